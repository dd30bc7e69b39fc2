package io.hairline.portal.inbox;

import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.desk.MessageLine;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the client was sent or is going to be sent, and the reason for what wasn't. */
@Controller
class MessagesController {

    private static final int MOST = 50;

    private final Apis apis;

    MessagesController(Apis apis) {
        this.apis = apis;
    }

    @GetMapping("/me/messages")
    String show(Principal who, Model model) {
        CallerApis mine = apis.mine();
        model.addAttribute("messages", PagePart.of(() -> InboxMessage.newest(mine.notification(), MOST)));
        model.addAttribute(
                "all",
                PagePart.of(() -> mine.notification()
                        .list(MessageLine.class, "/messages", Map.of("clientId", who.getName(), "limit", MOST))));
        return "messages";
    }
}
