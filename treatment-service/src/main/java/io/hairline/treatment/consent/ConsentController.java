package io.hairline.treatment.consent;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsentId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.LanguageTag;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.web.Versioned;
import io.hairline.treatment.chart.ChartPart;
import io.hairline.treatment.chartaccess.AccessedRecord;
import io.hairline.treatment.chartaccess.ChartAccess;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.contact.SignedNames;
import io.hairline.treatment.encryption.Signature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ConsentController implements ChartPart {

    private final Consents consents;
    private final ConsentTemplates templates;
    private final SignedNames names;
    private final ChartAccess access;

    ConsentController(Consents consents, ConsentTemplates templates, SignedNames names, ChartAccess access) {
        this.consents = consents;
        this.templates = templates;
        this.names = names;
        this.access = access;
    }

    record NewConsent(
            @NotNull ClientId clientId,
            @NotNull ConsentPurpose purpose,
            @NotBlank @Size(max = 100) String templateId,

            @NotBlank @Size(max = 35) String language,

            @NotNull @Valid Signature signature) {}

    /**
     * A signed consent.
     *
     * @param templateHash SHA-256 of the words that were signed; absent in old ones
     * @param upToDate whether these are still the words in use
     */
    record View(
            ConsentId id,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            ConsentPurpose purpose,
            String templateId,
            String language,
            Instant signedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String templateHash,
            boolean upToDate) {

        static View of(Consent it, Set<String> inUse) {
            return new View(
                    it.id(),
                    it.version(),
                    it.clientId(),
                    it.clinicId(),
                    it.purpose(),
                    it.templateId(),
                    it.language(),
                    it.signedAt(),
                    it.withdrawnAt(),
                    it.templateHash(),
                    inUse.contains(it.templateId()));
        }
    }

    static String known(String language) {
        try {
            return LanguageTag.parse(language);
        } catch (IllegalArgumentException e) {
            throw Refusal.input("language", String.valueOf(e.getMessage()));
        }
    }

    private View view(Consent it) {
        return View.of(it, templates.inUse());
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK},
            clients = true)
    @PostMapping("/consents")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> sign(@Valid @RequestBody NewConsent wanted) {
        ClinicId clinic = access.toSign(wanted.clientId());
        ConsentTemplate template =
                templates.requireOneFor(wanted.templateId(), wanted.purpose(), known(wanted.language()));
        names.requireMatch(wanted.clientId(), wanted.signature());
        Consent.Paper paper = new Consent.Paper(
                wanted.clientId(),
                clinic,
                wanted.purpose(),
                wanted.templateId(),
                wanted.language(),
                RequestContext.current().actor(),
                template.hash());
        return Versioned.created(consents.sign(paper, wanted.signature()), this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK},
            clients = true)
    @PostMapping("/consents/{id}/withdraw")
    ResponseEntity<View> withdraw(
            @PathVariable ConsentId id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Consent consent = consents.require(id);
        access.toSignEntry(consent.clientId(), consent.clinicId(), AccessedRecord.CONSENTS);
        return Versioned.ok(consents.withdraw(id, it -> Preconditions.check(ifMatch, it)), this::view);
    }

    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK},
            clients = true)
    @GetMapping("/consents")
    Page<View> list(@RequestParam ClientId clientId) {
        return Page.whole(of(clientId, access.toReadSigned(clientId, AccessedRecord.CONSENTS)));
    }

    /** The form as it was signed; the lines that we add to it are in its language. */
    @AllowedFor(
            staff = {Role.PRACTITIONER, Role.CLINIC_MANAGER, Role.FRONT_DESK},
            clients = true)
    @GetMapping(value = "/consents/{id}/form", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> form(@PathVariable ConsentId id) {
        Consent consent = consents.require(id);
        ChartReading reading = access.toReadSigned(consent.clientId(), AccessedRecord.CONSENTS);
        if (!reading.covers(consent.clinicId())) {
            throw Refusal.notFound();
        }
        ConsentForm form = new ConsentForm(consent, consents.wordsOf(consent), consents.signatureOf(consent));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form.pdf());
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public AccessedRecord record() {
        return AccessedRecord.CONSENTS;
    }

    @Override
    public List<View> of(ClientId client, ChartReading reading) {
        Set<String> inUse = templates.inUse();
        return reading.entries(consents.of(client), Consent::clinicId, it -> View.of(it, inUse));
    }
}
