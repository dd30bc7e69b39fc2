package io.hairline.portal.photo;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** What the client's page of photos and the clinic's have in common. */
@Component
class PhotoPages {

    private final Apis apis;

    PhotoPages(Apis apis) {
        this.apis = apis;
    }

    /**
     * A session that a photo may belong to.
     *
     * @param healedFrom the first day on which the skin may be assessed as healed; absent while the session lasts
     * @param mayAssessHealing whether the reader may note how it healed; absent for no
     */
    record Session(
            String id,
            String serviceCode,
            Instant startedAt,
            @Nullable LocalDate healedFrom,
            @Nullable Boolean mayAssessHealing) {
        boolean isAssessable() {
            return healedFrom != null && Boolean.TRUE.equals(mayAssessHealing);
        }

        public String words() {
            return CodeLabels.service(serviceCode) + " · "
                    + Texts.date(startedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }

        public String healingWords() {
            return healedFrom == null ? words() : Texts.text("healing.session", words(), Texts.date(healedFrom));
        }
    }

    /**
     * What was seen of the skin after a session, in which clinic.
     *
     * @param withoutPhoto whether it releases the next session on the look alone; absent for no
     * @param releaseEndedAt when it ceased to release the next session, since its photos are out of the chart
     */
    record Healing(
            String result,
            @Nullable Integer retentionPercent,
            Instant assessedAt,
            String clinicName,
            String serviceCode,
            LocalDate sessionOn,
            @Nullable Boolean withoutPhoto,
            @Nullable Instant releaseEndedAt) {
        /** What it rests on, and whether it still counts; nothing where there is nothing to say. */
        public List<String> remarks() {
            return Stream.of(
                            Boolean.TRUE.equals(withoutPhoto)
                                    ? Optional.of(Texts.text("healing.without-photo"))
                                    : Optional.<String>empty(),
                            Optional.ofNullable(releaseEndedAt)
                                    .map(it -> Texts.text(
                                            "healing.release-ended",
                                            Texts.date(
                                                    it.atOffset(ZoneOffset.UTC).toLocalDate()))))
                    .flatMap(Optional::stream)
                    .toList();
        }

        public String words() {
            String day = Texts.date(assessedAt.atOffset(ZoneOffset.UTC).toLocalDate());
            String seen = CodeLabels.label("healing.result", result);
            return retentionPercent == null
                    ? Texts.text("healing.line", day, seen)
                    : Texts.text("healing.line.retention", day, seen, retentionPercent);
        }

        public String about() {
            return Texts.text("healing.about", clinicName, CodeLabels.service(serviceCode), Texts.date(sessionOn));
        }
    }

    /** What is chosen when the page opens: after a photo, the next angle of the same stage. */
    record Chosen(
            @Nullable String angle,
            @Nullable String stage,
            @Nullable String sessionId) {}

    /**
     * @param closed what is said where the photos are closed to the reader; nothing where the page says it elsewhere
     */
    void fill(String client, String base, Chosen chosen, @Nullable String closed, Model model) {
        Api treatment = apis.mine().treatment();
        Map<String, String> own = Map.of("clientId", client);
        model.addAttribute("base", base);
        model.addAttribute("clientId", client);
        model.addAttribute("chosen", chosen);
        model.addAttribute("angles", PhotoAlbum.ANGLES);
        model.addAttribute(
                "album", PagePart.of(() -> PhotoAlbum.of(treatment.list(Photo.class, "/photos", own)), closed));
        model.addAttribute(
                "healings",
                PagePart.of(() -> treatment.list(Healing.class, "/healing-assessments", own))
                        .or(List.of()));
        List<Session> sessions = PagePart.of(() -> treatment.list(Session.class, "/sessions", own))
                .or(List.of());
        model.addAttribute("sessions", sessions);
        model.addAttribute(
                "assessable",
                sessions.stream()
                        .filter(it -> it.healedFrom() != null)
                        .limit(1)
                        .filter(Session::isAssessable)
                        .toList());
    }

    /** Hands the form on as it comes in; answers where to go next. */
    String take(HttpServletRequest request, String base, RedirectAttributes next) throws IOException {
        JsonNode photo = apis.mine()
                .treatment()
                .files()
                .upload("/photos", type(request), request.getContentLengthLong(), request.getInputStream());
        next.addFlashAttribute("notice", Texts.text("photo.stored"));
        next.addAttribute("angle", PhotoAlbum.after(photo.path("angle").asString("")));
        next.addAttribute("stage", photo.path("stage").asString(""));
        if (photo.path("sessionId").isString()) {
            next.addAttribute("sessionId", photo.path("sessionId").asString());
        }
        return "redirect:" + base;
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            return MediaType.parseMediaType(Objects.requireNonNullElse(request.getContentType(), ""));
        } catch (InvalidMediaTypeException _) {
            throw ApiProblem.refused(415, "bad-request", Texts.text("photo.no-file"));
        }
    }

    /** The picture, from treatment to the browser. */
    void show(String photo, HttpServletResponse response) {
        apis.mine().treatment().files().stream("/photos/" + photo, (headers, picture) -> {
            response.setContentType(String.valueOf(headers.getContentType()));
            response.setContentLengthLong(headers.getContentLength());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            picture.transferTo(response.getOutputStream());
        });
    }
}
