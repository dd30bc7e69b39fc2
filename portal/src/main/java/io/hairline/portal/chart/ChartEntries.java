package io.hairline.portal.chart;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.chart.parts.HairlineApproval;
import io.hairline.portal.consultation.ConsultationFields;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import io.hairline.portal.notice.Notices;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What can be written into a chart from its page, and how each is said to treatment. */
enum ChartEntries {
    EMERGENCY("emergency") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(), form.body("reasonCode", "reason"), "/charts/{id}/emergency-access", client);
        }

        @Override
        String notice(JsonNode answer, ZoneId zone) {
            return Notices.opened(answer, zone);
        }
    },
    ADDENDUM("addendum") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(form.once(), form.body("text"), "/sessions/{id}/addenda", form.text("sessionId"));
        }
    },
    ADVERSE_EVENT("adverse-event") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            Map<String, Object> event = form.body("sessionId", "lotId", "needleLotId", "severity", "description");
            if (event.remove("sessionId", ELSEWHERE)) {
                event.put("afterSessionElsewhere", true);
            }
            event.put("photoIds", form.all("photoIds"));
            event.put("clientId", client);
            return treatment.post(form.once(), event, "/adverse-events");
        }
    },
    FOLLOW_UP("follow-up") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(),
                    form.version(),
                    form.body("text", "severity"),
                    "/adverse-events/{id}/follow-ups",
                    form.text("adverseEventId"));
        }
    },
    CLOSE("close") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(),
                    form.version(),
                    form.body("outcome"),
                    "/adverse-events/{id}/close",
                    form.text("adverseEventId"));
        }
    },
    ANSWER("answer") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(),
                    form.version(),
                    form.body("text"),
                    "/aftercare-replies/{id}/answer",
                    form.text("aftercareReplyId"));
        }
    },
    ALLERGY("allergy") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            Map<String, Object> allergy = form.body("substance", "substanceName", "reaction", "severity", "saidBy");
            if (form.has("sinceYear")) {
                allergy.put("sinceYear", form.number("sinceYear"));
            }
            return treatment.post(form.once(), allergy, "/charts/{id}/allergies", client);
        }
    },
    DOCTORS_NOTE("doctors-note") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            Map<String, Object> note = form.body("doctor", "datedOn", "validUntil", "photoId", "remark");
            note.put("findings", form.all("findings"));
            return treatment.post(form.once(), note, "/charts/{id}/doctors-notes", client);
        }
    },
    NOTE("note") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(form.once(), form.body("text"), "/charts/{id}/notes", client);
        }
    },
    ENTRY_WITHDRAWAL("entry-withdrawal") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(),
                    form.version(),
                    form.body("reason"),
                    "/charts/{id}/entries/{entry}/withdraw",
                    client,
                    form.text("entryId"));
        }
    },
    CONSULTATION_CORRECTION("consultation-correction") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            Map<String, Object> findings = ConsultationFields.of(form);
            findings.putAll(form.body("reason"));
            return treatment.put(
                    form.once(), form.version(), findings, "/consultations/{id}", form.text("consultationId"));
        }
    },
    HAIRLINE_APPROVAL("hairline-approval") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return HairlineApproval.sign(treatment, form, form.text("consultationId"));
        }
    },
    PATCH_TEST_CORRECTION("patch-test-correction") {
        @Override
        JsonNode write(Api treatment, String client, SubmittedForm form) {
            return treatment.post(
                    form.once(), form.body("result", "reason"), "/patch-tests/{id}/correct", form.text("patchTestId"));
        }
    };

    /** What the page sends instead of a session that the reader can't see. */
    private static final String ELSEWHERE = "ELSEWHERE";

    private final String path;

    ChartEntries(String path) {
        this.path = path;
    }

    static ChartEntries of(String path) {
        return Arrays.stream(values())
                .filter(it -> it.path.equals(path))
                .findFirst()
                .orElseThrow(ApiProblem::unknown);
    }

    /** Answers what treatment answers. */
    abstract JsonNode write(Api treatment, String client, SubmittedForm form);

    /**
     * What the page says of the answer.
     *
     * @param zone of the clinic that writes
     */
    String notice(JsonNode answer, ZoneId zone) {
        return Texts.text("chart.noted." + path);
    }
}
