package io.hairline.booking.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hairline.booking.note.ReasonCodes.ReasonCodeController;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Codes go into events and figures, so no call takes one that isn't published. */
class ReasonCodesTests {

    @Test
    void areTakenFromAPublishedListByEveryCall() {
        Set<String> published = new ReasonCodeController()
                .list().items().stream().map(it -> String.join("|", it.codes())).collect(Collectors.toSet());

        Map<String, String> taken = taken();

        assertThat(taken).hasSizeGreaterThan(6);
        assertThat(taken)
                .allSatisfy((call, codes) ->
                        assertThat(published).as("%s takes %s", call, codes).contains(codes));
    }

    /** What each request's reason code may be, by the request. */
    private static Map<String, String> taken() {
        Map<String, String> taken = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.hairline.booking").stream()
                        .filter(it -> it.isAnnotatedWith(RestController.class))
                        .flatMap(it -> it.getMethods().stream())
                        .flatMap(ReasonCodesTests::bodies)
                        .forEach(it -> codes(it.reflect()).ifPresent(codes -> taken.put(it.getName(), codes)));
        return taken;
    }

    private static Stream<JavaClass> bodies(JavaMethod method) {
        return method.getParameters().stream()
                .filter(it -> it.isAnnotatedWith(RequestBody.class))
                .map(it -> it.getRawType());
    }

    private static Optional<String> codes(Class<?> body) {
        return List.of(body.getDeclaredFields()).stream()
                .filter(it -> it.getName().equals("reasonCode") && it.getType().equals(String.class))
                .map(ReasonCodesTests::pattern)
                .findFirst();
    }

    private static String pattern(Field field) {
        Pattern pattern = field.getAnnotation(Pattern.class);
        return pattern == null ? "anything" : pattern.regexp();
    }
}
