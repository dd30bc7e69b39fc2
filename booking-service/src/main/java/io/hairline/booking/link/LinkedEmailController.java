package io.hairline.booking.link;

import io.hairline.booking.link.LinkLimits.Holder;
import io.hairline.kit.security.AllowedFor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Confirms an e-mail address for those who have the link from the letter to it: the link's secret comes in a header, so that it
 * stands in no address of the API, beside any visitor's or client's token.
 */
@RestController
@RequestMapping("/api/v1/email-confirmation")
@AllowedFor(clients = true, guests = true)
class LinkedEmailController {

    private static final String LINK = "Email-Link";

    private final LinkedEmails emails;

    LinkedEmailController(LinkedEmails emails) {
        this.emails = emails;
    }

    /** Nothing in it says whose it is. */
    record Confirmed(boolean emailConfirmed) {}

    @PostMapping
    Confirmed confirm(@RequestHeader(LINK) String secret, HttpServletRequest request) {
        emails.confirm(new Holder(secret, request.getRemoteAddr()));
        return new Confirmed(true);
    }
}
