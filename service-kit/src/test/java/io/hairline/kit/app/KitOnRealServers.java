package io.hairline.kit.app;

import io.hairline.kit.testing.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The kit's one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = KitApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:kit.yml",
            "hairline.service=treatment",
            "spring.cloud.function.definition=counterEvents",
            "spring.cloud.stream.bindings.counterEvents-in-0.destination=${hairline.namespace}treatment.events"
        })
@ContextConfiguration(initializers = {RealServers.class, CutWire.class})
@interface KitOnRealServers {}
