package io.hairline.treatment.consent;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.referencedata.ChartAccess;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ConsentController implements ChartPart {

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";
    private static final String NO_LANGUAGE = "must be a language such as de or en-GB";

    private final Consents consents;
    private final ConsentTemplates templates;
    private final ChartAccess access;

    ConsentController(Consents consents, ConsentTemplates templates, ChartAccess access) {
        this.consents = consents;
        this.templates = templates;
        this.access = access;
    }

    record NewConsent(
            @NotNull ClientId clientId,
            @NotNull ConsentPurpose purpose,
            @NotBlank @Size(max = 100) String templateId,

            @NotBlank @Pattern(regexp = LANGUAGE, message = NO_LANGUAGE) String language,

            @NotNull @Valid Signature signature) {}

    record View(
            ConsentId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            ConsentPurpose purpose,
            String templateId,
            String language,
            Instant signedAt,
            @Nullable Instant withdrawnAt) {

        static View of(Consent it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.clinicId(),
                    it.purpose(),
                    it.templateId(),
                    it.language(),
                    it.signedAt(),
                    it.withdrawnAt());
        }
    }

    @GetMapping("/consent-templates")
    Page<ConsentTemplate> templates(
            @RequestParam(required = false) @Nullable ConsentPurpose purpose,
            @RequestParam(required = false) @Nullable @Pattern(regexp = LANGUAGE, message = NO_LANGUAGE) String language) {
        return Page.whole(templates.of(purpose, language));
    }

    @PostMapping("/consents")
    ResponseEntity<View> sign(@Valid @RequestBody NewConsent wanted) {
        ClinicId clinic = access.toSign(wanted.clientId());
        templates.requireOneFor(wanted.templateId(), wanted.purpose(), wanted.language());
        Consent.Paper paper =
                new Consent.Paper(wanted.clientId(), clinic, wanted.purpose(), wanted.templateId(), wanted.language());
        return Versioned.created(consents.sign(paper, wanted.signature()), View::of);
    }

    @PostMapping("/consents/{id}/withdraw")
    ResponseEntity<View> withdraw(
            @PathVariable ConsentId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        access.toSignForAnybody();
        access.toSign(consents.require(id).clientId());
        return Versioned.ok(consents.withdraw(id, it -> Preconditions.check(ifMatch, it)), View::of);
    }

    @GetMapping("/consents")
    Page<View> list(@RequestParam ClientId clientId) {
        access.toSeeSigned(clientId);
        return Page.whole(consents.of(clientId)).map(View::of);
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public List<?> of(ClientId client) {
        return consents.of(client).stream().map(View::of).toList();
    }
}
