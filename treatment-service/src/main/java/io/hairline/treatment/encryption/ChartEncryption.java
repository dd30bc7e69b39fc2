package io.hairline.treatment.encryption;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.Id;
import io.hairline.kit.FieldEncryption;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals parts of a chart for the one place where they belong. */
@Component
public class ChartEncryption {

    private final FieldEncryption encryption;
    private final JsonMapper json;

    ChartEncryption(FieldEncryption encryption, JsonMapper json) {
        this.encryption = encryption;
        this.json = json;
    }

    public Binary seal(Object content, ClientId client, Id record, String field) {
        return new Binary(encryption.seal(json.writeValueAsBytes(content), place(client, record, field)));
    }

    public <T> T open(Binary sealed, ClientId client, Id record, String field, Class<T> type) {
        return json.readValue(encryption.open(sealed.getData(), place(client, record, field)), type);
    }

    /** A word by which the same content of one client is found again; without the service's key it says nothing. */
    public String fingerprint(String hash, ClientId client, String field) {
        return encryption.token(hash, client.value() + "|" + field);
    }

    private static String place(ClientId client, Id record, String field) {
        return String.join("|", client.value(), record.value(), field);
    }
}
