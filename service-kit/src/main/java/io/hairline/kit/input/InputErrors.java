package io.hairline.kit.input;

import io.hairline.contracts.Id;
import io.hairline.kit.Refusal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Which field of a request isn't as it must be, and the rule: for people, and without what was sent. */
public final class InputErrors {

    /** Stands for the body as a whole. */
    public static final String BODY = "(body)";

    private InputErrors() {}

    /** Why a body could not be read. */
    public static List<Refusal.FieldError> of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException it -> one(path(it), "is not a field of this request; leave it out");
            case InvalidValueException it -> one(path(it), it.rule());
            case ValueInstantiationException it -> refusedByItsType(it);
            case MismatchedInputException it -> one(path(it), "must be " + TextFormat.of(target(it)));
            case InputCoercionException it
            when !it.getPath().isEmpty() ->
                one(path(it), "must be " + TextFormat.of(it.getTargetType()) + ", and not so large");
            case JacksonException it
            when !it.getPath().isEmpty() ->
                one(path(it), "can't be read: look for a missing quote or comma there, or a name that comes twice");
            case null, default -> one(BODY, "must be JSON as the API reference shows it");
        };
    }

    /** Why a parameter could not be converted to its type. */
    public static Refusal.FieldError ofParameter(String name, @Nullable Class<?> type, Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof PlainText.NotPlain text) {
                return new Refusal.FieldError(name, text.rule());
            }
            if (it instanceof ConversionFailedException failed && isList(type)) {
                return new Refusal.FieldError(
                        name, "must be " + TextFormat.of(failed.getTargetType().getType()));
            }
        }
        return new Refusal.FieldError(name, "must be " + TextFormat.of(type == null ? Object.class : type));
    }

    /** Of several values in one parameter, one is wrong. */
    private static boolean isList(@Nullable Class<?> type) {
        return type != null && Collection.class.isAssignableFrom(type);
    }

    /** A type's own check: a {@link Refusal} names fields within it, and the product's own messages are for callers. */
    private static List<Refusal.FieldError> refusedByItsType(ValueInstantiationException e) {
        Throwable why = e.getCause();
        String path = path(e);
        if (why instanceof Refusal refusal && !refusal.errors().isEmpty()) {
            return refusal.errors().stream()
                    .map(it -> new Refusal.FieldError(
                            path.equals(BODY) ? it.field() : path + "." + it.field(), it.message()))
                    .toList();
        }
        Class<?> type = e.getType() == null ? Object.class : e.getType().getRawClass();
        return why != null && isOurs(why) && !Id.class.isAssignableFrom(type)
                ? one(path, "is not valid: " + why.getMessage())
                : one(path, "must be " + TextFormat.of(type));
    }

    private static boolean isOurs(Throwable why) {
        return why instanceof IllegalArgumentException
                && why.getMessage() != null
                && why.getStackTrace().length > 0
                && why.getStackTrace()[0].getClassName().startsWith("io.hairline.");
    }

    private static Class<?> target(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        return type == null ? Object.class : type;
    }

    private static List<Refusal.FieldError> one(String field, String message) {
        return List.of(new Refusal.FieldError(field, message));
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(it -> {
            String name = it.getPropertyName();
            if (name == null) {
                path.append('[').append(it.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        });
        return path.isEmpty() ? BODY : path.toString();
    }
}
