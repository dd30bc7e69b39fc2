package io.hairline.kit.input;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value in a body that isn't in its form; says the rule without the value. */
final class InvalidValueException extends MismatchedInputException {

    private final String rule;

    InvalidValueException(JsonParser parser, Class<?> type, String rule) {
        super(parser, rule, type);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
