package io.hairline.identity.login;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.DefaultErrorViewResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a person what the program that sent them here asked for wrongly; of our own mistakes only that they happened. */
@Component
class AuthorizationErrorPage extends DefaultErrorViewResolver {

    AuthorizationErrorPage(ApplicationContext context, WebProperties web) {
        super(context, web.getResources());
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return status == HttpStatus.BAD_REQUEST
                        && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String reason
                ? new ModelAndView("error", Map.of("status", status.value(), "reason", reason), status)
                : super.resolveErrorView(request, status, model);
    }
}
