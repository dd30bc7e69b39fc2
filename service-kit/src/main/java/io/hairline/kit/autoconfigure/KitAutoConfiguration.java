package io.hairline.kit.autoconfigure;

import io.hairline.kit.CrashPoints;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Indexes;
import io.hairline.kit.events.KitTransactionManager;
import io.hairline.kit.events.Transactions;
import io.hairline.kit.input.InputConfiguration;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Callers;
import io.hairline.kit.security.KitSecurity;
import io.hairline.kit.security.PublicEndpoints;
import io.hairline.kit.security.RoleAssignments;
import io.hairline.kit.security.RoleInterceptor;
import io.hairline.kit.security.SecurityProperties;
import io.hairline.kit.time.AsOfFilter;
import io.hairline.kit.time.BusinessClock;
import io.hairline.kit.time.DemoClock;
import io.hairline.kit.time.DemoClockController;
import io.hairline.kit.web.ListPaging;
import io.hairline.kit.web.ProblemAdvice;
import io.hairline.kit.web.RefusalWriter;
import io.hairline.kit.web.openapi.ApiDescription;
import io.hairline.kit.web.openapi.ApiProperties;
import io.hairline.kit.web.openapi.ApiTypes;
import io.hairline.kit.web.openapi.ListPagingParameters;
import io.swagger.v3.oas.models.PathItem;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Everything of the kit, for a service that has it on its class path and imports {@code kit.yml}. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
@EnableConfigurationProperties({
    HairlineProperties.class,
    SecurityProperties.class,
    ApiProperties.class,
    CrashPoints.class
})
@Import({
    KitSecurity.class,
    ProblemAdvice.class,
    ApiTypes.class,
    InputConfiguration.class,
    ListPaging.class,
    EventConfiguration.class
})
public class KitAutoConfiguration {

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock();
    }

    /**
     * What must lie in the past or the future does so in business time. Messages are in English whatever the caller's language:
     * their codes are found by it.
     */
    @Bean
    ValidationConfigurationCustomizer checks(Clock clock) {
        return it -> it.clockProvider(() -> clock)
                .messageInterpolator(new EnglishMessages(it.getDefaultMessageInterpolator()));
    }

    @Bean
    @ConditionalOnBooleanProperty("hairline.demo")
    DemoClock demoClock(BusinessClock clock, HairlineProperties hairline) {
        return new DemoClock(clock, hairline);
    }

    @Bean
    @ConditionalOnBooleanProperty("hairline.demo")
    AsOfFilter asOfFilter(RefusalWriter refusals, BusinessClock clock) {
        return new AsOfFilter(refusals, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty("hairline.demo")
    DemoClockController demoClockController(DemoClock demoClock, Clock clock, Callers callers) {
        return new DemoClockController(demoClock, clock, callers);
    }

    /** What time it is in a demo is told to visitors as well, whose pages begin with today. */
    @Bean
    @ConditionalOnBooleanProperty("hairline.demo")
    PublicEndpoints demoClockIsOpen() {
        return new PublicEndpoints(List.of("/api/v1/demo/clock"));
    }

    @Bean
    HealthIndicator demoTime(ObjectProvider<DemoClock> demoClock) {
        return () -> demoClock.stream().allMatch(DemoClock::isReadToEnd)
                ? Health.up().build()
                : Health.outOfService().build();
    }

    @Bean
    MongoTimeouts boundedMongo() {
        return new MongoTimeouts();
    }

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return MongoConversions.conversions();
    }

    @Bean
    KitTransactionManager transactionManager(MongoDatabaseFactory databases) {
        return new KitTransactionManager(databases);
    }

    @Bean
    Transactions transactions(KitTransactionManager manager, MongoTemplate mongo) {
        return new Transactions(manager, mongo);
    }

    @Bean
    Indexes kitIndexes() {
        return new KitIndexes();
    }

    @Bean
    IndexInitializer indexInitializer(MongoTemplate mongo, ObjectProvider<Indexes> indexes) {
        return new IndexInitializer(mongo, indexes);
    }

    /** With the service's own key; only made where something is sealed, so that the others need none. */
    @Bean
    @Lazy
    FieldEncryption fieldEncryption(HairlineProperties hairline, Environment settings) {
        String service = hairline.service();
        return FieldEncryption.of(
                settings.getProperty("hairline." + service + ".key", ""),
                "HAIRLINE_" + service.toUpperCase(Locale.ROOT) + "_KEY");
    }

    @Bean
    RoleAssignments roleAssignments(MongoTemplate mongo) {
        return new RoleAssignments(mongo);
    }

    @Bean
    MergedIds mergedClients(MongoTemplate mongo) {
        return new MergedIds(mongo);
    }

    @Bean
    Callers callers(RoleAssignments roleAssignments, MergedIds mergedClients) {
        return new Callers(roleAssignments, mergedClients);
    }

    @Bean
    WebMvcConfigurer rolesThenLimits(Callers callers, ListPaging listPaging) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleInterceptor(callers));
                registry.addInterceptor(listPaging);
            }
        };
    }

    @Bean
    ListPagingParameters listPagingParameters() {
        return new ListPagingParameters();
    }

    @Bean
    ApiDescription apiDescription(ApiProperties about, ObjectProvider<PublicEndpoints> openTo) {
        return new ApiDescription(
                about,
                (method, path) ->
                        method == PathItem.HttpMethod.GET && openTo.stream().anyMatch(it -> it.allows(path)));
    }

    @Bean
    TomcatRefusals tomcatEdge(ApiProperties about) {
        return new TomcatRefusals(about.multipart());
    }

    @Bean
    RefusalWriter refusals(JsonMapper json) {
        return new RefusalWriter(json);
    }
}
