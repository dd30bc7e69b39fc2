package io.hairline.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaChangeTests {

    private static final String BEFORE = """
            {"type":"object","required":["id","place"],"properties":{
              "id":{"type":"string","pattern":"^a$"},
              "kind":{"type":["string","null"],"enum":["A","B"]},
              "place":{"type":"object","required":["zone"],"properties":{"zone":{"type":"string"}}},
              "days":{"type":"array","items":{"type":"object","properties":{"day":{"type":"string"}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "zone":{"type":"string"}    | "zone":{"type":"string"},"floor":{"type":"integer"}
            "day":{"type":"string"}     | "day":{"type":"string"},"note":{"type":"string"}
            "kind":                     | "more":{"type":"object","required":["x"],"properties":{"x":{}}},"kind":
            """)
    void allowsANewOptionalField(String before, String after) {
        assertThat(SchemaChange.breaks(json(BEFORE), json(BEFORE.replace(before, after))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "kind":                     | "sort":                                     | kind is gone
            "zone":{"type":"string"}    | "zone":{"type":"integer"}                   | place/zone has another type
            ["string","null"]           | "string"                                    | kind has another type
            "day":{"type":"string"}     | "day":{"type":"number"}                     | days[]/day has another type
            ^a$                         | ^b$                                         | id has another pattern
            ["A","B"]                   | ["A","B","C"]                               | kind has another enum
            "required":["id","place"]   | "required":["id","place","kind"]            | kind is required in one version only
            "required":["zone"]         | "required":[]                               | place/zone is required in one version only
            "required":["zone"],"properties":{ | "required":["zone","x"],"properties":{"x":{}, | place/x is new and required
            """)
    void findsWhatBreaksAReader(String before, String after, String finding) {
        assertThat(BEFORE).contains(before);

        assertThat(SchemaChange.breaks(json(BEFORE), json(BEFORE.replace(before, after))))
                .contains(finding);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void allowsADecimalNumberToBeWrittenAsTextAsWell() {
        JsonNode number = json("{\"properties\":{\"amount\":{\"type\":\"number\"}}}");
        JsonNode both = json("{\"properties\":{\"amount\":{\"type\":[\"string\",\"number\"]}}}");

        assertThat(SchemaChange.breaks(number, both)).isEmpty();
        assertThat(SchemaChange.breaks(both, number)).contains("amount has another type");
    }
}
