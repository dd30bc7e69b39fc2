package io.hairline.identity.account;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Whether this is a demo, whose people all share one password. Elsewhere that password opens nothing. */
@Component
class DemoMode {

    private final Optional<String> passwordHash;

    DemoMode(
            @Value("#{'${hairline.demo:false}' == 'true'}") boolean demo,
            @Value("${hairline.demo.password:}") String password,
            PasswordEncoder encoder) {
        if (demo && password.isBlank()) {
            throw new IllegalStateException("A demo needs a password for its people: set HAIRLINE_DEMO_PASSWORD.");
        }
        passwordHash = demo ? Optional.of(String.valueOf(encoder.encode(password))) : Optional.empty();
    }

    boolean isOn() {
        return passwordHash.isPresent();
    }

    /** For people without a password of their own. It is never stored: without the demo, nobody gets in by it. */
    Optional<String> passwordHash() {
        return passwordHash;
    }
}
