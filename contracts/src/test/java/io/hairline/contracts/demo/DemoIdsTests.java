package io.hairline.contracts.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoIdsTests {

    @Test
    void staysTheSameForEver() {
        assertThat(DemoIds.clinic("BER").value()).isEqualTo("cln_01kdvdna00pj1xnymcarp7bgqr");
    }

    @Test
    void tellsEveryoneApart() {
        assertThat(IntStream.rangeClosed(1, 10_000).mapToObj(DemoIds::client)).doesNotHaveDuplicates();
        assertThat(DemoIds.chair("BER", 1)).isNotEqualTo(DemoIds.chair("BER", 2));
    }
}
