package io.hairline.kit;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where fault tests let a process die as if by {@code kill -9}.
 *
 * @param at the point's name, empty for never: {@code after-commit}, {@code mid-batch} or {@code after-ack}
 * @param after how many times the point is passed before
 */
@ConfigurationProperties("hairline.crash")
public record CrashPoints(
        @DefaultValue("") String at, @DefaultValue("0") int after) {

    private static final AtomicInteger PASSED = new AtomicInteger();
    private static final int AS_IF_KILLED = 137;

    public void reach(String point) {
        if (at.equals(point) && PASSED.getAndIncrement() >= after) {
            Runtime.getRuntime().halt(AS_IF_KILLED);
        }
    }
}
