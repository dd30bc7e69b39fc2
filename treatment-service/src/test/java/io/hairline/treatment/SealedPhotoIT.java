package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import io.hairline.treatment.encryption.StreamEncryption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture as it lies in the store: changed, cut off, put in another's place, or without its key, it can't be opened. */
@OnTreatment
class SealedPhotoIT {

    private static final int BYTES = 200_000;

    @Autowired
    StreamEncryption encryption;

    private final ClientId client = new ClientId(Ids.next(ClientId.PREFIX));
    private final PhotoId photo = new PhotoId(Ids.next(PhotoId.PREFIX));
    private final byte[] picture = new byte[BYTES];
    private byte[] sealed = {};

    @BeforeEach
    void seal() throws IOException {
        Arrays.fill(picture, (byte) 'p');
        sealed = sealed(photo);
    }

    private byte[] sealed(PhotoId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream sealing = encryption.sealing(out, client, id)) {
            sealing.write(picture);
        }
        return out.toByteArray();
    }

    @Test
    void opensAsItWas() throws IOException {
        assertThat(opened(sealed, client, photo)).isEqualTo(picture);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("pppp");
    }

    @Test
    void failsWhenAnyPartOfItWasChanged() {
        for (int at : new int[] {0, 30, sealed.length / 2, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;

            fails(changed, client, photo);
        }
    }

    @Test
    void failsWhenItsEndWasCutOff() {
        for (int length : new int[] {sealed.length - 1, 128 * 1024, 64 * 1024, 40, 0}) {
            fails(Arrays.copyOf(sealed, length), client, photo);
        }
    }

    @Test
    void failsInThePlaceOfAnotherPhotoAndUnderAnotherClientsKey() throws IOException {
        PhotoId other = new PhotoId(Ids.next(PhotoId.PREFIX));
        ClientId stranger = new ClientId(Ids.next(ClientId.PREFIX));
        try (OutputStream sealing = encryption.sealing(OutputStream.nullOutputStream(), stranger, other)) {
            sealing.write(1);
        }

        fails(sealed, client, other);
        fails(sealed, stranger, photo);
    }

    @Test
    void failsWithoutItsKey() {
        encryption.destroyKey(client);

        fails(sealed, client, photo);
    }

    private void fails(byte[] stored, ClientId whose, PhotoId id) {
        assertThatThrownBy(() -> opened(stored, whose, id))
                .isInstanceOfAny(IOException.class, IllegalStateException.class);
    }

    private byte[] opened(byte[] stored, ClientId whose, PhotoId id) throws IOException {
        try (InputStream opening = encryption.opening(new ByteArrayInputStream(stored), whose, id)) {
            return opening.readAllBytes();
        }
    }
}
