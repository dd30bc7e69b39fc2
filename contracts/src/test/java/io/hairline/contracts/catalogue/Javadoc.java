package io.hairline.contracts.catalogue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of each event: the first part of its comment, without tags. */
final class Javadoc {

    private final Map<String, String> sentences = new HashMap<>();

    static Javadoc of(Path source) {
        Javadoc javadoc = new Javadoc();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                javadoc.read(unit, docs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadoc;
    }

    private void read(CompilationUnitTree unit, DocTrees docs) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                var comment = docs.getDocCommentTree(getCurrentPath());
                if (comment != null) {
                    sentences.put(
                            type.getSimpleName().toString(),
                            plain(comment.getFullBody().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining())));
                }
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
    }

    private static String plain(String body) {
        return body.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("`[A-Za-z]*#([A-Za-z_]+)`", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    String of(Class<?> type) {
        return sentences.getOrDefault(type.getSimpleName(), "");
    }
}
