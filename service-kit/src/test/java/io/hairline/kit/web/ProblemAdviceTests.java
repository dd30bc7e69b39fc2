package io.hairline.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.context.request.ServletWebRequest;
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

    @Test
    void saysOfAListHowManyEntriesItHasAndOfATextHowLongItIs() throws Exception {
        assertThat(saidOf(List.of())).contains("must have 1 to 100 entries");
        assertThat(saidOf("")).contains("size must be between 1 and 100");
    }

    private String saidOf(Object value) throws Exception {
        BindingResult wrong = new MapBindingResult(Map.of(), "body");
        wrong.addError(new FieldError("body", "field", value, false, null, null, "size must be between 1 and 100"));
        MethodParameter parameter =
                new MethodParameter(ProblemAdviceTests.class.getDeclaredMethod("saidOf", Object.class), 0);
        ResponseEntity<Object> answer = Objects.requireNonNull(advice.handleMethodArgumentNotValid(
                new MethodArgumentNotValidException(parameter, wrong),
                HttpHeaders.EMPTY,
                HttpStatus.BAD_REQUEST,
                new ServletWebRequest(new MockHttpServletRequest())));
        return String.valueOf(answer.getBody());
    }

    @Test
    void asksToTryAgainWhenTheDatabaseIsLostWhileABodyIsRead() {
        HttpMessageNotReadableException lost = new HttpMessageNotReadableException(
                "clientId",
                new IllegalStateException(new MongoTimeoutException("no server")),
                new MockHttpInputMessage(new byte[0]));

        ResponseEntity<Object> answer = Objects.requireNonNull(advice.handleHttpMessageNotReadable(
                lost, HttpHeaders.EMPTY, HttpStatus.BAD_REQUEST, new ServletWebRequest(new MockHttpServletRequest())));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
    }
}
