package io.hairline.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTests {

    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void saysNothingOfSomebodyWhoHungUp(CapturedOutput log) {
        Exception hungUp = new AsyncRequestNotUsableException("gone", new IOException("Broken pipe"));

        assertThat(advice.unforeseen(hungUp)).isNull();
        assertThat(log).doesNotContain("unexpected");
    }

    @Test
    void givesAReferenceAndNoMessageForWhatNobodyForesaw(CapturedOutput log) {
        ProblemDetail problem = Objects.requireNonNull(
                Objects.requireNonNull(advice.unforeseen(new IllegalStateException("CANARY of the inside")))
                        .getBody());

        String reference =
                String.valueOf(Objects.requireNonNull(problem.getProperties()).get("reference"));
        assertThat(problem.toString()).doesNotContain("CANARY");
        assertThat(log).contains("unexpected reference=" + reference);
    }
}
