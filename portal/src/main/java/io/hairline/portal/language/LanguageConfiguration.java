package io.hairline.portal.language;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    /** For the templates; the same bundles as {@link Texts}. */
    @Bean
    MessageSource messageSource() {
        return Texts.source();
    }
}
