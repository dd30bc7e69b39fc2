package io.hairline.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A notice is made from the answer, or it is one of those whose call has a single answer. */
class NoticeSourcesTests {

    private static final Pattern SAID_WITHOUT_THE_ANSWER =
            Pattern.compile("addFlashAttribute\\(\\s*\"notice\",\\s*Texts\\.text\\(\\s*([^,)]+)");

    /**
     * Messages for calls that either do what they say or are refused: there is no other 2xx. A variable stands for the messages
     * that its page hands on to such calls.
     */
    private static final Set<String> ONE_ANSWER = Set.of(
            "ClinicFormController.notice",
            "ImportController.kind.words(",
            "LicencesController.notice",
            "NetworkController.equipment.added(",
            "TrainingsController.notice",
            "PeopleController.giving ? \"people.assigned\" : \"people.withdrawn\"",
            "aftercare.asked",
            "alerts.saved",
            "calendar.revoked",
            "chairside.signed",
            "chairside.undone",
            "clients.registered",
            "data.consent.withdrawn",
            "data.preferences.changed",
            "email.sent",
            "emergency.reviewed",
            "enquiries.closed",
            "erase.staff.done",
            "harm.file.noted",
            "healing.noted",
            "import.retried",
            "merge.done",
            "merge.undone",
            "network.renamed",
            "notice.signed",
            "photo.stored",
            "photo.withdrawn",
            "policy.changed",
            "policy.planned",
            "prices.changed-free",
            "record.pass.revoked",
            "recall.calls.noted",
            "recall.withdraw.done",
            "record.recall.acknowledged",
            "replan.done",
            "replan.moved",
            "structure.saved",
            "tasks.done",
            "terms.agreed",
            "touch-ups.declined",
            "waitlist.joined",
            "wording.published");

    @Test
    void sayNothingThatOnlyWasHopedFor() throws IOException {
        Set<String> said;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            said = sources.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(NoticeSourcesTests::said)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(said).isNotEmpty();
        said.removeAll(ONE_ANSWER);
        assertThat(said)
                .as("make the notice from the call's answer with Notices, or say here that the call has but one answer")
                .isEmpty();
    }

    private static Stream<String> said(Path source) {
        try {
            String page = source.getFileName().toString().replace(".java", "");
            return SAID_WITHOUT_THE_ANSWER
                    .matcher(Files.readString(source))
                    .results()
                    .map(it -> it.group(1).strip())
                    .map(it -> it.startsWith("\"") ? it.replace("\"", "") : page + "." + it);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
