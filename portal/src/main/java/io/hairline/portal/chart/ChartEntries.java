package io.hairline.portal.chart;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.input.SubmittedForm;
import java.util.Arrays;
import java.util.Map;

/** What can be written into a chart from its page, and how each is said to treatment. */
enum ChartEntries {
    EMERGENCY("emergency") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            treatment.post(form.once(), form.body("reasonCode", "reason"), "/charts/{id}/emergency-access", client);
        }
    },
    ADDENDUM("addendum") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            treatment.post(form.once(), form.body("text"), "/sessions/{id}/addenda", form.text("sessionId"));
        }
    },
    ADVERSE_EVENT("adverse-event") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            Map<String, Object> event = form.body("sessionId", "lotId", "severity", "description");
            event.put("clientId", client);
            treatment.post(form.once(), event, "/adverse-events");
        }
    },
    FOLLOW_UP("follow-up") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            treatment.post(
                    form.once(),
                    form.version(),
                    form.body("text", "severity"),
                    "/adverse-events/{id}/follow-ups",
                    form.text("adverseEventId"));
        }
    },
    CLOSE("close") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            treatment.post(
                    form.once(),
                    form.version(),
                    form.body("outcome"),
                    "/adverse-events/{id}/close",
                    form.text("adverseEventId"));
        }
    },
    PATCH_TEST_CORRECTION("patch-test-correction") {
        @Override
        void write(Api treatment, String client, SubmittedForm form) {
            treatment.post(
                    form.once(), form.body("result", "reason"), "/patch-tests/{id}/correct", form.text("patchTestId"));
        }
    };

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

    abstract void write(Api treatment, String client, SubmittedForm form);

    /** The end of the message that says that it is written. */
    String noticeKey() {
        return "chart.noted." + path;
    }
}
