package io.hairline.treatment.encryption;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** If it is a data URL of a PNG, that is complete and something is drawn in it. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DrawnValidator.class)
@interface Drawn {

    String message() default "shows no signature";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
