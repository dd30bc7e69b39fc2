package io.hairline.kit.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What every service's OpenAPI document says alike: where it is reached, who may call, and what a refusal looks like. */
public final class ApiDescription implements GlobalOpenApiCustomizer {

    private static final String BASE = "/api/v1";
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String KEY = "Idempotency-Key";
    private static final Set<PathItem.HttpMethod> READS = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);
    private static final String ALIKE = """
            Times are ISO 8601 instants with offset; `local…` fields are wall time in the clinic's zone. Lists answer \
            `items` and `nextCursor`, and take `cursor` and `limit`. Text is plain: no control or invisible characters, and \
            line breaks only where paragraphs are written. Amounts of money are decimal text such as `"480.00"`; requests \
            may send numbers as well. A resource's `version` is also its `ETag`: give it \
            as `If-Match`, and a stale one is refused. Fields are only ever added.""";

    private final ApiProperties about;
    private final BiPredicate<PathItem.HttpMethod, String> isOpen;

    /**
     * For one service.
     *
     * @param isOpen whether an operation at a path needs no token
     */
    public ApiDescription(ApiProperties about, BiPredicate<PathItem.HttpMethod, String> isOpen) {
        this.about = about;
        this.isOpen = isOpen;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title(about.title()).version("1").description(about.description() + "\n\n" + ALIKE));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.components(components
                .addSecuritySchemes(BEARER, bearer())
                .addSchemas(PROBLEM, problem())
                .addResponses(PROBLEM, refusal())
                .addParameters(KEY, key()));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(operation, method, path)));
        components.getSchemas().values().forEach(ApiDescription::anchor);
        reachedAt(api);
    }

    /** Jakarta's patterns are for the whole text, JSON Schema's for any part of it. */
    private static void anchor(Schema<?> schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ApiDescription::anchor);
        }
        if (schema.getItems() != null) {
            anchor(schema.getItems());
        }
    }

    private void describe(Operation operation, PathItem.HttpMethod method, String path) {
        String resource = path.replace(BASE, "").split("/", -1)[1];
        operation.tags(List.of(resource));
        operation.operationId(resource + "." + operation.getOperationId().replaceFirst("_\\d+$", ""));
        operation.getResponses().addApiResponse("4XX", new ApiResponse().$ref(PROBLEM));
        if (!isOpen.test(method, path)) {
            operation.security(List.of(new SecurityRequirement().addList(BEARER)));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiDescription::mayBeEmpty);
        }
        if (path.startsWith(BASE) && !READS.contains(method)) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + KEY));
        }
    }

    /** Spring takes an empty parameter that has a default for one that isn't there. */
    private static void mayBeEmpty(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if ("query".equals(parameter.getIn()) && schema != null && schema.getDefault() != null) {
            parameter.setAllowEmptyValue(true);
        }
    }

    /** Paths as they are below the one public address, unless the service has some that lie elsewhere. */
    private static void reachedAt(OpenAPI api) {
        boolean together = api.getPaths().keySet().stream().allMatch(it -> it.startsWith(BASE + "/"));
        api.servers(List.of(new Server().url(together ? BASE : "/")));
        if (together) {
            Paths below = new Paths();
            api.getPaths().forEach((path, item) -> below.addPathItem(path.substring(BASE.length()), item));
            api.paths(below);
        }
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Who is calling; what the caller may do, the service knows by itself.");
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("A refusal as problem details (RFC 9457); nothing was stored.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> error = schema("object")
                .addProperty("field", text("Its path in the body, or the parameter's name."))
                .addProperty("message", text("What it must be."))
                .addProperty(
                        "code", text("What the message is called in every language; `other` where it has no name."))
                .addProperty(
                        "values",
                        schema("array")
                                .items(schema("string"))
                                .description("The parts of the message that differ from case to case."));
        return schema("object")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty(
                        "type",
                        text("The kind of problem, and a page about it: `/problems/` and a word that stays the same."))
                .addProperty("title", text("The kind of problem in a short sentence for people."))
                .addProperty("status", schema("integer"))
                .addProperty("detail", text("In words for people."))
                .addProperty(
                        "errors", schema("array").items(error).description("For input: each field that is wrong."));
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(KEY)
                .required(false)
                .description(
                        "Makes it safe to send the request again: within 48 hours the same key gets the same answer.")
                .schema(schema("string").pattern("^[A-Za-z0-9_.:-]{1,64}$"));
    }

    private static Schema<?> text(String says) {
        return schema("string").description(says);
    }

    private static Schema<?> schema(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
