package io.hairline.booking.client;

import io.hairline.booking.client.search.SearchKeys;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what is known of a client, bound to the client's document, and makes the tokens for searches: the database alone
 * reveals neither a name nor a phone number.
 */
@Component
public class ClientEncryption {

    private final FieldEncryption encryption;
    private final JsonMapper json;

    ClientEncryption(FieldEncryption encryption, JsonMapper json) {
        this.encryption = encryption;
        this.json = json;
    }

    Binary seal(Client.Particulars it, ClientId id) {
        return new Binary(encryption.seal(json.writeValueAsBytes(it), id.value()));
    }

    /** Refuses an erased client as one that isn't there. */
    public Client.Particulars open(Client it) {
        Binary sealed = it.particulars();
        if (sealed == null) {
            throw Refusal.notFound();
        }
        byte[] opened = encryption.open(sealed.getData(), it.id().value());
        return json.readValue(opened, Client.Particulars.class);
    }

    public SearchKeys keys(Client.Particulars it, ClinicId home) {
        return new SearchKeys(
                phone(it.phone()),
                email(it.email()),
                nameAndBirth(it.name(), it.dateOfBirth().toString()),
                grams(home, SearchKeys.gramsOf(it.name())));
    }

    String phone(String e164) {
        return encryption.token(e164, "phone");
    }

    /** However the letters' case is typed. */
    String email(String address) {
        return encryption.token(address.strip().toLowerCase(Locale.ROOT), "email");
    }

    String nameAndBirth(String name, String birth) {
        return encryption.token(SearchKeys.inOrder(name) + " " + birth, "nameAndBirth");
    }

    /** Each behind the clinic, so that a search never leaves it. */
    List<String> grams(ClinicId clinic, Set<String> grams) {
        return grams.stream().map(it -> encryption.token(it, clinic.value())).toList();
    }
}
