package io.hairline.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class OperatorTests {

    private static Authentication given(String name, @Nullable String password) {
        return new UsernamePasswordAuthenticationToken(name, password);
    }

    @Test
    void letsTheOperatorIn() {
        Authentication operator = new KitSecurity.Operator("right").authenticate(given("ops", "right"));

        assertThat(operator.isAuthenticated()).isTrue();
        assertThat(operator.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_OPS");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            right, ops, wrong
            right, ops, ''
            right, ops, -
            right, ops, right2
            right, root, right
            '', ops, ''
            '', ops, -
            """)
    void letsNobodyElseInAndNobodyAtAllWithoutAPassword(String password, String name, @Nullable String tried) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> new KitSecurity.Operator(password).authenticate(given(name, tried)));
    }
}
