package io.hairline.kit.security;

import io.hairline.contracts.headoffice.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may ever call an operation, or each operation of a controller. Anybody else gets 403 before a parameter or the body is
 * read and before anything is looked up, so that the answer tells nothing of what exists. Where in the brand a role holds is
 * checked by the operation itself.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedFor {

    /** Any of these, anywhere in the brand. */
    Role[] staff() default {};

    /** Whether clients may, for themselves. */
    boolean clients() default false;

    /** Whether visitors with a guest token may. */
    boolean guests() default false;
}
