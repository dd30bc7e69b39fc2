package io.hairline.treatment.questionnaire;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.QuestionnaireId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.contact.SignedNames;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.referencedata.HealthRules;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/questionnaires")
class QuestionnaireController implements ChartPart {

    private final Questionnaires questionnaires;
    private final Questions questions;
    private final SignedNames names;
    private final ChartAccess access;
    private final ReferenceData referenceData;
    private final Clock clock;

    QuestionnaireController(
            Questionnaires questionnaires,
            Questions questions,
            SignedNames names,
            ChartAccess access,
            ReferenceData referenceData,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.questions = questions;
        this.names = names;
        this.access = access;
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /**
     * A client's answers.
     *
     * @param endedOn for a yes to a question with {@code waitDays}: since when it is over; the day of the answers if left out
     */
    record Answers(
            @NotNull ClientId clientId,

            @NotEmpty(message = "needs an answer to each question") @Size(max = 100) Map<@NotNull String, @NotNull Boolean> answers,

            @Nullable @Size(max = 100) Map<@NotNull String, @NotNull LocalDate> endedOn,

            @NotNull @Valid Signature signature) {}

    record Repeated(@NotNull @Valid Signature signature) {}

    record View(
            QuestionnaireId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            Instant answeredAt,
            Instant validUntil,
            Map<String, Boolean> answers,
            List<Contraindication> findings,
            HealthOutcome outcome,
            @Nullable String notice,
            @Nullable Map<String, LocalDate> endedOn,
            @Nullable Integer questionsVersion,
            @Nullable List<PolicyVersion> judgedBy) {}

    /** As they are asked today in a clinic, or without one in the home clinic of a client who asks; else by the trade's rules. */
    @GetMapping("/questions")
    Page<Question.Asked> questions(@RequestParam @Nullable ClinicId clinicId) {
        HealthRules rules = Optional.ofNullable(clinicId)
                .or(access::homeOfCaller)
                .map(it -> referenceData.healthRules(it, localDay(it, clock.instant())))
                .orElse(HealthRules.DEFAULT);
        return Page.whole(questions.all().stream().map(it -> it.under(rules)).toList());
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> answer(@Valid @RequestBody Answers given) {
        ClinicId clinic = access.toTreatOrSelf(given.clientId());
        LocalDate today = localDay(clinic, clock.instant());
        Map<String, LocalDate> told = Objects.requireNonNullElse(given.endedOn(), Map.of());
        HealthRules rules = referenceData.healthRules(clinic, today);
        var answered = weighed(given.answers(), questions.ended(given.answers(), told, today, rules), today, rules);
        names.requireMatch(given.clientId(), given.signature());
        return Versioned.created(
                questionnaires.answer(given.clientId(), clinic, answered, given.signature()), this::view);
    }

    /** Nothing has changed since the client's last answers: they are given again, signed anew, and hold as long as new ones. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @PostMapping("/{id}/repeat")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> repeat(@PathVariable QuestionnaireId id, @Valid @RequestBody Repeated given) {
        Questionnaire known = questionnaires.require(id);
        access.toReadEntry(known.clientId(), known.clinicId(), AccessedRecord.QUESTIONNAIRE);
        ClinicId clinic = access.toTreatOrSelf(known.clientId());
        return Versioned.created(questionnaires.once(() -> repeat(known, clinic, given.signature())), this::view);
    }

    private Questionnaire repeat(Questionnaire known, ClinicId clinic, Signature signature) {
        Questionnaire.Answered before = questionnaires.requireRepeatable(known);
        LocalDate answeredOn = localDay(clinic, known.answeredAt());
        HealthRules rules = referenceData.healthRules(clinic, localDay(clinic, clock.instant()));
        questionnaires.requireAskedEnough(known, rules);
        Map<String, LocalDate> ended = new HashMap<>(questions.ended(before.answers(), Map.of(), answeredOn, rules));
        ended.putAll(Objects.requireNonNullElse(before.endedOn(), Map.of()));
        var answered = weighed(before.answers(), ended, answeredOn, rules);
        names.requireMatch(known.clientId(), signature);
        return questionnaires.answer(known.clientId(), clinic, answered, signature);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER},
            clients = true)
    @GetMapping("/{id}")
    ResponseEntity<View> get(@PathVariable QuestionnaireId id) {
        Questionnaire found = questionnaires.require(id);
        access.toReadEntry(found.clientId(), found.clinicId(), AccessedRecord.QUESTIONNAIRE);
        return Versioned.ok(found, this::view);
    }

    @Override
    public String name() {
        return "questionnaires";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.QUESTIONNAIRE;
    }

    @Override
    public List<?> of(ClientId client, ChartReading reading) {
        return reading.entries(questionnaires.of(client), Questionnaire::clinicId, this::view);
    }

    private LocalDate localDay(ClinicId clinic, Instant at) {
        return LocalDate.ofInstant(at, referenceData.requireClinic(clinic).zoneId());
    }

    private Questionnaire.Answered weighed(
            Map<String, Boolean> answers, Map<String, LocalDate> ended, LocalDate answeredOn, HealthRules rules) {
        questions.requireComplete(answers);
        return new Questionnaire.Answered(
                answers,
                Questions.weigh(answers, ended, answeredOn, rules),
                ended,
                questions.version(),
                questions.askedDays(rules),
                rules.versions());
    }

    private View view(Questionnaire it) {
        Questionnaire.Answered answered = questionnaires.answeredOf(it);
        HealthOutcome outcome = HealthOutcome.of(answered.findings());
        return new View(
                it.id(),
                it.version(),
                it.clientId(),
                it.clinicId(),
                it.answeredAt(),
                it.validUntil(),
                answered.answers(),
                answered.findings(),
                outcome,
                outcome.notice(),
                answered.endedOn(),
                answered.questionsVersion(),
                answered.judgedBy());
    }
}
