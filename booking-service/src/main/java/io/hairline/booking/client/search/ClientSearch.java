package io.hairline.booking.client.search;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientEncryption;
import io.hairline.booking.client.ClientKeySearch;
import io.hairline.booking.client.PhoneNumbers;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.kit.security.Caller;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Finds clients: in the caller's own clinics by a name that may be misspelt; in the whole brand by what only the client
 * would say: the exact phone, e-mail, or name with the date of birth.
 */
@Service
public class ClientSearch {

    private static final double ALIKE = 0.25;
    /** The score of a name of which the beginning was typed. */
    private static final double BEGUN = 0.5;

    private static final Pattern WITH_BIRTH = Pattern.compile("(.+?)[ ,]+(\\d{4}-\\d{2}-\\d{2})");

    private final ClientKeySearch clients;
    private final ClientEncryption encryption;
    private final ReferenceData referenceData;
    private final BrandWideSearches searches;

    ClientSearch(
            ClientKeySearch clients,
            ClientEncryption encryption,
            ReferenceData referenceData,
            BrandWideSearches searches) {
        this.clients = clients;
        this.encryption = encryption;
        this.referenceData = referenceData;
        this.searches = searches;
    }

    /**
     * A client who may be meant.
     *
     * @param score from 0 to 1; 1 for an exact phone, e-mail, or name and date of birth
     */
    public record Found(Client client, Client.Particulars particulars, double score) {}

    public List<Found> find(String query, Caller caller, int most) {
        Map<ClientId, Found> found = new LinkedHashMap<>();
        exact(query, caller).forEach(it -> found.put(it.id(), new Found(it, encryption.open(it), 1)));
        Set<String> grams = SearchKeys.gramsOf(query);
        clients.similar(caller.ownClinics(), grams).stream()
                .map(it -> alike(it, query, grams))
                .filter(it -> it.score() >= ALIKE)
                .forEach(it -> found.putIfAbsent(it.client().id(), it));
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Found::score)
                        .reversed()
                        .thenComparing(it -> it.client().id().value()))
                .limit(most)
                .toList();
    }

    private List<Client> exact(String query, Caller caller) {
        if (query.contains("@")) {
            return admitted(caller, BrandWideSearches.Kind.EMAIL, clients.withEmail(query));
        }
        Matcher withBirth = WITH_BIRTH.matcher(query.strip());
        if (withBirth.matches()) {
            return admitted(
                    caller,
                    BrandWideSearches.Kind.NAME_AND_BIRTH,
                    clients.withNameAndBirth(withBirth.group(1), withBirth.group(2)));
        }
        Stream<String> countries =
                referenceData.clinics(caller.ownClinics()).stream().map(Clinic::country);
        List<String> phones = Stream.concat(Stream.of(""), countries)
                .flatMap(country -> PhoneNumbers.e164(query, country).stream())
                .distinct()
                .toList();
        List<Client> found =
                phones.stream().flatMap(it -> clients.withPhone(it).stream()).toList();
        return phones.isEmpty() ? found : admitted(caller, BrandWideSearches.Kind.PHONE, found);
    }

    private List<Client> admitted(Caller caller, BrandWideSearches.Kind kind, List<Client> found) {
        searches.admit(caller, kind, found);
        return found;
    }

    private Found alike(Client client, String query, Set<String> grams) {
        Client.Particulars known = encryption.open(client);
        double begun = SearchKeys.beginsWith(known.name(), query) ? BEGUN : 0;
        return new Found(client, known, Math.max(begun, likeness(known, grams)));
    }

    private static double likeness(Client.Particulars it, Set<String> grams) {
        double whole = SearchKeys.likeness(SearchKeys.gramsOf(it.name()), grams);
        double family = SearchKeys.likeness(SearchKeys.gramsOf(it.familyName()), grams);
        double given = SearchKeys.likeness(SearchKeys.gramsOf(it.givenName()), grams);
        return Math.max(whole, Math.max(family, given) * 0.9);
    }
}
