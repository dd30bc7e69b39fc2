package io.hairline.portal.clinic;

import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Clinic;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader may write about a client: in those of the reader's clinics to which the client belongs or comes.
 *
 * @param here whether the page's clinic is one of them; also if it can't be told, for treatment decides again
 * @param elsewhere the others
 */
public record WritingPlaces(boolean here, List<Clinic> elsewhere) {

    record Place(String clinicId) {}

    public static WritingPlaces of(CallerApis mine, Catalogue catalogue, String clinic, String client) {
        return PagePart.of(() -> {
                    List<String> receiving =
                            mine.treatment().list(Place.class, "/charts/" + client + "/clinics", Map.of()).stream()
                                    .map(Place::clinicId)
                                    .toList();
                    return of(receiving, catalogue.clinics(), clinic);
                })
                .or(new WritingPlaces(true, List.of()));
    }

    /** Whether the page says that the client isn't this clinic's, and leads to where to go on. */
    public boolean isLeadingOn() {
        return !here && !elsewhere.isEmpty();
    }

    /**
     * What is said of a part of the record that is closed to the clinic; nothing where the page leads on.
     *
     * @param key of the sentence
     */
    public @Nullable String closedWords(String key) {
        return isLeadingOn() ? null : Texts.text(key);
    }

    static WritingPlaces of(List<String> receiving, List<Clinic> all, String clinic) {
        return new WritingPlaces(
                receiving.contains(clinic),
                all.stream()
                        .filter(it -> receiving.contains(it.id()) && !it.id().equals(clinic))
                        .toList());
    }
}
