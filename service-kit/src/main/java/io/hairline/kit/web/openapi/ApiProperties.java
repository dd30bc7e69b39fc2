package io.hairline.kit.web.openapi;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service introduces its REST interface to those who read its OpenAPI document.
 *
 * @param title the capability's name, such as {@code Treatment}
 * @param description what it is for, in a sentence
 * @param multipart the paths to which a file may be posted, as multipart/form-data; everywhere else bodies are JSON
 */
@ConfigurationProperties("hairline.api")
public record ApiProperties(
        @DefaultValue("Hairline") String title,
        @DefaultValue("") String description,
        @DefaultValue Set<String> multipart) {

    public ApiProperties {
        multipart = Set.copyOf(multipart);
    }
}
