package io.hairline.treatment.adverseevent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On which labels the brand is named as the responsible person.
 *
 * @param makers as lots name them
 */
@ConfigurationProperties("hairline.treatment.own-label")
record ResponsiblePersonLabels(@DefaultValue("Hairline") List<String> makers) {

    ResponsiblePersonLabels {
        makers = List.copyOf(makers);
    }

    boolean names(String maker) {
        return makers.stream().anyMatch(maker.strip()::equalsIgnoreCase);
    }
}
