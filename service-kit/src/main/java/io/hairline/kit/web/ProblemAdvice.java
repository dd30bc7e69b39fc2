package io.hairline.kit.web;

import com.mongodb.MongoException;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.ReplicaWait;
import io.hairline.kit.events.Failures;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.input.FieldMessage;
import io.hairline.kit.input.InputErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every error as problem details; an unexpected one shows a reference and never a message. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String UNREADABLE = "must be in the form that the API reference shows";
    private static final Pattern SIZE = Pattern.compile("size must be between (\\d+) and (\\d+)");
    private static final String INPUT = "Something in the request isn't as it must be.";

    /** No answer yet if the request will be tried again. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return refusal.slug().equals(ReplicaWait.NOT_YET_KNOWN) && UnknownIdRetry.isTriedAgain(request, response)
                ? null
                : refused(refusal);
    }

    private static ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var answer = ResponseEntity.status(refusal.kind().status());
        if (refusal.more().get("retryAfterSeconds") instanceof Number seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
        return refused(Refusal.forbidden());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException e) {
        return input(e.getConstraintViolations().stream()
                .map(it -> new Refusal.FieldError(lastNode(it.getPropertyPath().toString()), it.getMessage()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
        if (Failures.areAway(e)) {
            return serverAway(e);
        }
        if (e.getRequiredType() != null
                && io.hairline.contracts.Id.class.isAssignableFrom(e.getRequiredType())
                && e.getParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return refused(Refusal.notFound());
        }
        return input(List.of(InputErrors.ofParameter(e.getName(), e.getRequiredType(), e)));
    }

    @ExceptionHandler({Transactions.Contended.class, TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> contended(Exception e) {
        log.warn("busy reason={}", e.getClass().getSimpleName());
        return away("busy", "Too many others are at the same thing right now. Try again in a moment.");
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, MongoException.class})
    ResponseEntity<ProblemDetail> serverAway(Exception e) {
        log.warn("database away reason={}", e.getClass().getSimpleName());
        return away(
                "service-unavailable",
                "We can't reach our records right now. Try again soon; with the same Idempotency-Key nothing is done"
                        + " twice.");
    }

    /** No answer if the caller has closed the connection. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> unforeseen(Exception e) {
        if (Failures.areAway(e)) {
            return serverAway(e);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("caller hung up reason={}", e.getClass().getSimpleName());
            return null;
        }
        String reference = Ids.next("err");
        log.error("unexpected reference={}", reference, e);
        ProblemDetail problem = Problems.of(500, "unexpected", "That went wrong on our side. Tell us this reference.");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return widen(input(e.getBindingResult().getAllErrors().stream()
                .map(it -> fieldError(it, InputErrors.BODY))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return widen(input(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(it -> fieldError(
                                it,
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), InputErrors.BODY))))
                .toList()));
    }

    /** A list has entries; a text is short or long. */
    private static String worded(MessageSourceResolvable error) {
        String message = Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
        return error instanceof FieldError it
                        && (it.getRejectedValue() instanceof Collection || it.getRejectedValue() instanceof Map)
                ? SIZE.matcher(message).replaceFirst("must have $1 to $2 entries")
                : message;
    }

    private static Refusal.FieldError fieldError(MessageSourceResolvable error, String otherwise) {
        String message = worded(error);
        return error instanceof FieldError it
                ? new Refusal.FieldError(it.getField(), it.isBindingFailure() ? UNREADABLE : message)
                : new Refusal.FieldError(otherwise, message);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return widen(input(List.of(new Refusal.FieldError(e.getParameterName(), "is needed"))));
    }

    /** Reading a person's id looks up its survivor, so that a lost database may show here. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (Failures.areAway(e)) {
            return widen(serverAway(e));
        }
        return widen(input(InputErrors.of(e.getCause())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (Failures.areAway(e)) {
            return widen(serverAway(e));
        }
        if (status.value() == 404) {
            return widen(refused(Refusal.notFound()));
        }
        Object answer = body == null && e instanceof ErrorResponse response ? response.getBody() : body;
        if (answer instanceof ProblemDetail problem) {
            String slug = status.value() == 400 ? "invalid-input" : "bad-request";
            String detail = Objects.requireNonNullElse(problem.getDetail(), INPUT);
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.of(status.value(), slug, detail));
        }
        return super.handleExceptionInternal(e, body, headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> away(String slug, String detail) {
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(503, slug, detail));
    }

    private static ResponseEntity<ProblemDetail> input(List<Refusal.FieldError> errors) {
        ProblemDetail problem = Problems.of(400, "invalid-input", INPUT);
        problem.setProperty("errors", errors.stream().map(FieldMessage::of).toList());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> widen(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
