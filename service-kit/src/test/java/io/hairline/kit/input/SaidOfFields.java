package io.hairline.kit.input;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Every message of a field in the services' sources: read from their syntax, with a sample for each part that differs. */
final class SaidOfFields {

    private static final String SAMPLE = "7";

    /** A message that was made elsewhere and is only passed on. */
    private static final String PASSED_ON = "(?s)message|.*\\b(?:rule|message|words|getMessage)\\(\\)\\)?";

    private static final ResourceBundle CONSTRAINTS =
            ResourceBundle.getBundle("org.hibernate.validator.ValidationMessages", Locale.ROOT);

    /**
     * What takes a message.
     *
     * @param name of a method with its class, or of a constructor with {@code new}; {@code *} where any class is meant
     * @param index of the argument
     */
    private record Taker(String name, int arguments, int index) {}

    private final Map<String, String> constants = new HashMap<>();
    private final Set<Taker> takers = new HashSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> unclear = new TreeSet<>();
    private String file = "";

    private SaidOfFields() {
        takers.add(new Taker("Refusal.input", 2, 1));
        takers.add(new Taker("new FieldError", 2, 1));
        takers.add(new Taker("new Refusal.FieldError", 2, 1));
        takers.add(new Taker("new InvalidValueException", 3, 2));
        takers.add(new Taker("new NotPlain", 1, 0));
        takers.add(new Taker("new UnreadablePicture", 1, 0));
    }

    /** Reads all services. */
    static SaidOfFields inSources() throws IOException {
        SaidOfFields said = new SaidOfFields();
        List<CompilationUnitTree> units = units();
        units.forEach(it -> said.read(it, said.new Constants()));
        int known;
        do {
            known = said.takers.size();
            said.messages.clear();
            said.unclear.clear();
            units.forEach(it -> said.read(it, said.new Messages()));
        } while (said.takers.size() > known);
        return said;
    }

    private void read(CompilationUnitTree unit, TreeScanner<Void, String> scanner) {
        file = unit.getSourceFile().getName();
        scanner.scan(unit, "");
    }

    Set<String> messages() {
        return messages;
    }

    /** What takes the place of a message and isn't followed to its words. */
    Set<String> unclear() {
        return unclear;
    }

    private static List<CompilationUnitTree> units() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.filter(it -> it.toString().matches(".*-service|.*service-kit"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                    files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return units;
        }
    }

    /** The texts that an expression may be; of each unknown part a sample. */
    private List<String> texts(ExpressionTree it) {
        return switch (it) {
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> texts(inner.getExpression());
            case ConditionalExpressionTree either ->
                Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(one -> texts(one).stream())
                        .toList();
            case BinaryTree joined
            when joined.getKind() == Tree.Kind.PLUS ->
                texts(joined.getLeftOperand()).stream()
                        .flatMap(
                                left -> texts(joined.getRightOperand()).stream().map(right -> left + right))
                        .toList();
            case MethodInvocationTree call -> textsOf(call);
            case IdentifierTree name -> List.of(constants.getOrDefault(file + "#" + name, SAMPLE));
            case MemberSelectTree name -> List.of(constants.getOrDefault(name.toString(), SAMPLE));
            default -> List.of(SAMPLE);
        };
    }

    private List<String> textsOf(MethodInvocationTree call) {
        String name = call.getMethodSelect().toString();
        if (name.equals("TextFormat.of") || name.equals("form.form")) {
            return forms();
        }
        if (name.equals("String.format")) {
            return filled(texts(call.getArguments().get(1)));
        }
        return call.getMethodSelect() instanceof MemberSelectTree on
                        && on.getIdentifier().contentEquals("formatted")
                ? filled(texts(on.getExpression()))
                : List.of(SAMPLE);
    }

    private static List<String> filled(List<String> patterns) {
        return patterns.stream()
                .map(it -> it.replaceAll("%[,.\\d]*[sd]", SAMPLE))
                .toList();
    }

    private static List<String> forms() {
        return Stream.concat(
                        TextFormat.ALL.stream().map(TextFormat::form),
                        Stream.of(
                                        String.class,
                                        Boolean.class,
                                        java.math.BigDecimal.class,
                                        Double.class,
                                        Integer.class,
                                        List.class,
                                        Map.class,
                                        Object.class,
                                        Modifier.class,
                                        io.hairline.contracts.ClientId.class)
                                .map(TextFormat::of))
                .toList();
    }

    /** Texts with a name, by their class for all and by their file for itself. */
    private final class Constants extends TreeScanner<Void, String> {

        @Override
        public Void visitClass(ClassTree it, String type) {
            return super.visitClass(it, it.getSimpleName().toString());
        }

        @Override
        public Void visitVariable(VariableTree it, String type) {
            if (it.getInitializer() != null
                    && it.getModifiers().getFlags().contains(Modifier.STATIC)
                    && it.getType().toString().matches("String|int")) {
                String text = texts(it.getInitializer()).getFirst();
                constants.put(type + "." + it.getName(), text);
                constants.put(file + "#" + it.getName(), text);
            }
            return super.visitVariable(it, type);
        }
    }

    private final class Messages extends TreeScanner<Void, String> {

        private @Nullable MethodTree method;
        private boolean judges;

        @Override
        public Void visitClass(ClassTree it, String type) {
            judges = it.getImplementsClause().toString().contains("ConstraintValidator<");
            return super.visitClass(
                    it, it.getSimpleName().isEmpty() ? type : it.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree it, String type) {
            MethodTree outer = method;
            method = it;
            if (it.getName().contentEquals("message") && it.getDefaultValue() instanceof LiteralTree text) {
                messages.addAll(texts(text));
            }
            super.visitMethod(it, type);
            method = outer;
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree it, String type) {
            if (judges && it.getExpression() != null) {
                texts(it.getExpression()).stream()
                        .filter(text -> text.contains(" "))
                        .forEach(messages::add);
            }
            return super.visitReturn(it, type);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree it, String type) {
            String called = it.getMethodSelect().toString();
            String name = called.substring(called.lastIndexOf('.') + 1);
            take(Set.of(called, type + "#" + called, "*" + name), it.getArguments(), type);
            return super.visitMethodInvocation(it, type);
        }

        @Override
        public Void visitNewClass(NewClassTree it, String type) {
            String name = "new " + it.getIdentifier();
            take(Set.of(name), it.getArguments(), type);
            if (name.equals("new IllegalArgumentException")) {
                it.getArguments().stream()
                        .flatMap(argument -> texts(argument).stream())
                        .filter(text -> text.startsWith("must "))
                        .forEach(messages::add);
            }
            return super.visitNewClass(it, type);
        }

        @Override
        public Void visitAnnotation(AnnotationTree it, String type) {
            List<String> own = it.getArguments().stream()
                    .filter(argument -> argument instanceof AssignmentTree set
                            && set.getVariable().toString().equals("message"))
                    .flatMap(argument -> texts(((AssignmentTree) argument).getExpression()).stream())
                    .toList();
            String key = "jakarta.validation.constraints." + it.getAnnotationType() + ".message";
            if (!own.isEmpty()) {
                own.forEach(text -> messages.add(text.replaceAll("\\{\\w+}", SAMPLE)));
            } else if (CONSTRAINTS.containsKey(key)) {
                String text = CONSTRAINTS.getString(key);
                Stream.of("or equal to ", "")
                        .map(either -> text.replaceAll("\\$\\{[^}]*}", either).replaceAll("\\{\\w+}", SAMPLE))
                        .forEach(messages::add);
            }
            return super.visitAnnotation(it, type);
        }

        private void take(Set<String> names, List<? extends ExpressionTree> arguments, String type) {
            for (Taker taker : List.copyOf(takers)) {
                if (taker.arguments() == arguments.size() && names.contains(taker.name())) {
                    take(arguments.get(taker.index()), type);
                }
            }
        }

        /** A message that a method is given comes from those who call it. */
        private void take(ExpressionTree message, String type) {
            if (message instanceof ConditionalExpressionTree either) {
                take(either.getTrueExpression(), type);
                take(either.getFalseExpression(), type);
                return;
            }
            int given = given(message);
            if (method != null && given >= 0) {
                String name = method.getName().toString();
                takers.add(new Taker(
                        name.equals("<init>")
                                ? "new " + type
                                : method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                                        ? type + "#" + name
                                        : "*" + name,
                        method.getParameters().size(),
                        given));
                return;
            }
            for (String text : texts(message)) {
                if (!text.equals(SAMPLE)) {
                    messages.add(text);
                } else if (!message.toString().matches(PASSED_ON)) {
                    unclear.add(type + ": " + message);
                }
            }
        }

        private int given(ExpressionTree message) {
            if (method != null && message instanceof IdentifierTree name) {
                for (int i = 0; i < method.getParameters().size(); i++) {
                    if (method.getParameters().get(i).getName().equals(name.getName())) {
                        return i;
                    }
                }
            }
            return -1;
        }
    }
}
