package io.hairline.treatment.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AbandonedPicturesTests {

    @Test
    void leavesAPictureAloneThatMayStillBeComingIn() {
        PhotoId id = new PhotoId(Ids.next(PhotoId.PREFIX));
        Instant made = Ids.madeAt(id.value());

        assertThat(AbandonedPictures.mayStillCome(id, made.plusSeconds(60))).isTrue();
        assertThat(AbandonedPictures.mayStillCome(id, made.plus(Duration.ofHours(25))))
                .isFalse();
    }
}
