package io.hairline.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class FailuresTests {

    private static Throwable wrapped(MongoException thrown) {
        return new UncategorizedMongoDbException("translated", thrown);
    }

    @Test
    void tellAServerThatIsAwayFromAQueryThatIsWrong() {
        assertThat(Failures.areAway(wrapped(new MongoTimeoutException("no server"))))
                .isTrue();
        assertThat(Failures.areAway(wrapped(new MongoException(2, "BadValue")))).isFalse();
    }

    @Test
    void takeAServerThatHasNotReadItsKeysYetForAway() {
        assertThat(Failures.areAway(wrapped(new MongoException(211, "No keys found for HMAC"))))
                .isTrue();
    }
}
