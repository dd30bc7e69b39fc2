package io.hairline.portal.client;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.CallerApis;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the services show to a client about themselves, as one JSON file (GDPR, article 20). If a service
 * doesn't answer there is no file: half a copy would look like a whole one.
 */
@Controller
class ExportController {

    private final Apis apis;

    ExportController(Apis apis) {
        this.apis = apis;
    }

    @GetMapping("/me/data/export")
    ResponseEntity<Map<String, Object>> export(Principal who) {
        CallerApis mine = apis.mine();
        String client = who.getName();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("client", mine.booking().read("/clients/" + client, Map.of()));
        all.put("appointments", list(mine.booking(), "/appointments", client));
        all.put("courses", list(mine.booking(), "/courses", client));
        all.put("ledger", list(mine.booking(), "/ledger", client));
        all.put("prepaid", list(mine.booking(), "/prepaid", client));
        all.put("waitlist", list(mine.booking(), "/waitlist", client));
        all.put("invitations", list(mine.booking(), "/invitations", client));
        all.put("chart", mine.treatment().read("/charts/" + client, Map.of()));
        all.put("consents", list(mine.treatment(), "/consents", client));
        all.put("touchUps", list(mine.treatment(), "/touch-ups", client));
        all.put("photos", list(mine.treatment(), "/photos", client));
        all.put("questions", list(mine.treatment(), "/aftercare-replies", client));
        all.put("recallNotices", list(mine.treatment(), "/recall-notices", client));
        all.put("sharingPasses", list(mine.treatment(), "/sharing-passes", client));
        all.put("emergencies", list(mine.treatment(), "/charts/" + client + "/emergency-access", client));
        all.put("readsOfTheChart", list(mine.treatment(), "/access-log", client));
        all.put("messages", list(mine.notification(), "/messages", client));
        all.put("inbox", list(mine.notification(), "/inbox", client));
        all.put("preferences", mine.notification().read("/preferences/" + client, Map.of()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("hairline-data.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(all);
    }

    private static List<JsonNode> list(Api service, String path, String client) {
        return service.all(JsonNode.class, path, Map.of("clientId", client));
    }
}
