package io.hairline.identity.token;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long what we give out is good for. In a demo a token lasts a working day. */
@Component
class TokenLifetimes {

    private final boolean demo;

    TokenLifetimes(@Value("#{'${hairline.demo:false}' == 'true'}") boolean demo) {
        this.demo = demo;
    }

    Duration access() {
        return demo ? Duration.ofHours(8) : Duration.ofMinutes(15);
    }

    Duration refresh() {
        return Duration.ofHours(12);
    }

    Duration guest() {
        return Duration.ofMinutes(30);
    }
}
