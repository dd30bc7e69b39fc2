package io.hairline.portal.pages;

import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A section of a page as a browser gets it, from the real template and words, without a server. */
public final class RenderedSection {

    private RenderedSection() {}

    /** What the pages ask of the frame around them. */
    record Frame(String once) {}

    /**
     * The sections that this heading names, in British English.
     *
     * @param heading the id of the heading
     */
    public static String of(String template, String heading, Map<String, Object> model) {
        return of(template, heading, Locale.UK, model);
    }

    /** As {@link #of(String, String, Map)}, in another language. */
    public static String of(String template, String heading, Locale locale, Map<String, Object> model) {
        return rendered(template, Set.of("[aria-labelledby='" + heading + "']"), locale, model);
    }

    /** All of a template, as a file is made of it. */
    public static String whole(String template, Locale locale, Map<String, Object> model) {
        return rendered(template, Set.of(), locale, model);
    }

    private static String rendered(String template, Set<String> selectors, Locale locale, Map<String, Object> model) {
        LocaleContextHolder.setLocale(locale);
        try (StaticApplicationContext beans = new StaticApplicationContext()) {
            beans.refresh();
            Context context = new Context(locale, model);
            context.setVariable("at", "/at");
            context.setVariable("form", model.getOrDefault("form", SubmittedForm.empty()));
            context.setVariable("frame", new Frame("once"));
            context.setVariable(
                    ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                    new ThymeleafEvaluationContext(beans, null));
            return engine().process(template, selectors, context);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setMessageSource(words());
        engine.setLinkBuilder(new StandardLinkBuilder() {
            @Override
            protected String computeContextPath(IExpressionContext at, String base, Map<String, Object> parameters) {
                return "";
            }

            @Override
            protected String processLink(IExpressionContext at, String link) {
                return link;
            }
        });
        return engine;
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames(Texts.AREAS.stream().map(it -> "messages/" + it).toArray(String[]::new));
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
