package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.consultation.ConsultationFields;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.notice.Notices;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the desk and the chair can do with an appointment, and how each is said to the services. */
enum AppointmentActions {
    CHECK_IN("check-in") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking().post(form.once(), grace(form), "/appointments/{id}/check-in", id);
        }
    },
    UNDO_CHECK_IN("undo-check-in") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking().post(form.once(), Map.of(), "/appointments/{id}/undo-check-in", id);
        }
    },
    EXTEND("extend") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking()
                    .post(form.once(), Map.of("minutes", form.number("minutes")), "/appointments/{id}/extend", id);
        }
    },
    PAYMENT("payment") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking().post(form.once(), PaymentForm.payment(form, "appointmentId", id), "/payments");
        }

        @Override
        @Nullable String notice(JsonNode answer) {
            return Notices.paid(answer, "notice.noted");
        }
    },
    REFUND("refund") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking()
                    .post(form.once(), PaymentForm.refund(form), "/payments/{id}/refund", form.text("paymentId"));
        }

        @Override
        String notice(JsonNode answer) {
            return Notices.refunded(answer);
        }
    },
    OVERRIDE("override") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.treatment()
                    .post(form.once(), form.body("stepCode", "reason"), "/readiness/{id}/override", id);
        }
    },
    NO_SHOW("no-show") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = grace(form);
            body.put("reasonCode", "CLIENT_ABSENT");
            return caller.booking().post(form.once(), body, "/appointments/{id}/no-show", id);
        }
    },
    WAIVE_FEE("waive-fee") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking()
                    .post(form.once(), form.body("reasonCode", "reason"), "/appointments/{id}/waive-fee", id);
        }
    },
    CANCEL("cancel") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.booking()
                    .post(
                            form.once(),
                            form.version(),
                            form.body("reasonCode", "reason"),
                            "/appointments/{id}/cancel",
                            id);
        }

        @Override
        @Nullable String notice(JsonNode answer) {
            return Notices.cancelled(answer);
        }
    },
    CONSULT("consultation", "COMPLETED") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = ConsultationFields.of(form);
            body.put("appointmentId", id);
            return caller.treatment().post(form.once(), body, "/consultations");
        }
    },
    PATCH_TEST("patch-test") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.treatment().post(form.once(), form.body("clientId", "lotId"), "/patch-tests");
        }
    },
    PATCH_TEST_READING("patch-test-reading") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.treatment()
                    .post(form.once(), form.body("result"), "/patch-tests/{id}/read", form.text("patchTestId"));
        }
    },
    IDENTITY("identity") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = form.body("clientId", "document");
            body.put("birthDateMatches", form.has("birthDateMatches"));
            body.put("adult", form.has("adult"));
            return caller.treatment().post(form.once(), body, "/identity-checks");
        }
    },
    PLAN("plan") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = PlanFields.plan(form);
            body.put("consultationAppointmentId", id);
            return caller.treatment().post(form.once(), body, "/plans");
        }
    },
    COURSE("course") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = form.body("clientId", "planId");
            body.put("propose", Map.of("from", form.text("from"), "clinicIds", List.of(form.text("clinicId"))));
            return caller.booking().post(form.once(), body, "/courses");
        }
    },
    START("start", "IN_CHAIR") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            return caller.treatment().post(form.once(), Map.of("appointmentId", id), "/sessions");
        }
    },
    COMPLETE("complete", "COMPLETED") {
        @Override
        JsonNode on(CallerApis caller, String id, SubmittedForm form) {
            Map<String, Object> body = new HashMap<>();
            body.put("zones", form.rows("zones.zone", "zones.density"));
            body.put("needle", form.body("configuration", "lotId"));
            body.put("pigments", form.rows("pigments.lotId", "pigments.millilitres", "pigments.dilution"));
            putNumber("depthMillimetres", form, body);
            putNumber("painScore", form, body);
            Map<String, Object> numbing = form.body("product");
            numbing.put("used", form.has("product"));
            body.put("numbing", numbing);
            body.put("notes", form.text("notes"));
            body.put("singleUse", form.has("singleUse"));
            return caller.treatment().post(form.once(), body, "/sessions/{id}/complete", form.text("sessionId"));
        }
    };

    private final String path;
    private final @Nullable String leadsTo;

    AppointmentActions(String path) {
        this(path, null);
    }

    AppointmentActions(String path, @Nullable String leadsTo) {
        this.path = path;
        this.leadsTo = leadsTo;
    }

    /** The appointment's status once booking has heard of it from treatment; nothing where that isn't needed. */
    @Nullable String leadsTo() {
        return leadsTo;
    }

    static AppointmentActions of(String path) {
        return Arrays.stream(values())
                .filter(it -> it.path.equals(path))
                .findFirst()
                .orElseThrow(ApiProblem::unknown);
    }

    /** What the page says of the answer; nothing where what the page shows says it all. */
    @Nullable String notice(JsonNode answer) {
        return null;
    }

    /** Answers what the service answers. */
    abstract JsonNode on(CallerApis caller, String id, SubmittedForm form);

    /** The grace period, or the rule that the form names, is set aside where the form says why. */
    private static Map<String, Object> grace(SubmittedForm form) {
        Map<String, Object> body = new HashMap<>();
        if (form.has("reasonCode")) {
            Map<String, Object> override = form.body("reasonCode", "reason");
            override.put("rules", List.of(form.has("rule") ? form.text("rule") : "GRACE"));
            body.put("override", override);
        }
        return body;
    }

    private static void putNumber(String name, SubmittedForm form, Map<String, Object> body) {
        if (form.has(name)) {
            body.put(name, form.number(name));
        }
    }
}
