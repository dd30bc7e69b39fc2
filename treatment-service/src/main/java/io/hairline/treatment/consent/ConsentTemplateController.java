package io.hairline.treatment.consent;

import static io.hairline.treatment.consent.ConsentController.known;

import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The words that clients sign under; head office publishes new ones. */
@RestController
@RequestMapping("/api/v1/consent-templates")
class ConsentTemplateController {

    private final ConsentTemplates templates;

    ConsentTemplateController(ConsentTemplates templates) {
        this.templates = templates;
    }

    /**
     * A new wording.
     *
     * @param replaces the id of the one that is in use so far; absent if there is none in this language
     */
    record NewTemplate(
            @NotNull ConsentPurpose purpose,

            @NotBlank @Pattern(regexp = "[a-z]{2,3}", message = "must be a language such as de") String language,

            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 20_000) @Paragraphs String text,
            @Nullable @Size(max = 100) String replaces) {
        ConsentTemplates.Wording wording() {
            return new ConsentTemplates.Wording(purpose, language, title.strip(), text.strip());
        }
    }

    /** The words in use; with {@code all=true} also those that they replaced, the latest first. */
    @GetMapping
    Page<ConsentTemplate> list(
            @RequestParam(required = false) @Nullable ConsentPurpose purpose,
            @RequestParam(required = false) @Nullable @Size(max = 35) String language,
            @RequestParam(defaultValue = "false") boolean all) {
        return Page.whole(templates.of(purpose, language == null ? null : known(language), all));
    }

    /** Puts a new wording into use. Clients who signed another one are asked again before their next session. */
    @AllowedFor(staff = Role.HEAD_OFFICE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConsentTemplate publish(@Valid @RequestBody NewTemplate wanted) {
        return templates.publish(wanted.wording(), wanted.replaces());
    }
}
