package io.hairline.portal.pages;

import io.hairline.portal.ResponseHeadersFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when nothing else answers: never what went wrong inside, only a reference to it. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", status(request));
        page.addObject("missing", status(request) == HttpStatus.NOT_FOUND);
        page.addObject("reference", ResponseHeadersFilter.correlationId(request));
        return page;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title(slug(status)));
        problem.setType(URI.create("/problems/" + slug(status)));
        problem.setDetail("Give this reference when you ask about it: " + ResponseHeadersFilter.correlationId(request));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String title(String slug) {
        return switch (slug) {
            case "not-found" -> "There is nothing here for you to see";
            case "unexpected" -> "Something went wrong on our side";
            default -> "Something in the request isn't as it must be";
        };
    }

    private static String slug(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "not-found";
        }
        return status.is4xxClientError() ? "invalid-input" : "unexpected";
    }

    private static HttpStatus status(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(HttpStatus::resolve)
                .filter(Objects::nonNull)
                .orElse(HttpStatus.NOT_FOUND);
    }
}
