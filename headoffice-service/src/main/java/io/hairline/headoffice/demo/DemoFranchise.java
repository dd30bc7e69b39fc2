package io.hairline.headoffice.demo;

import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Founds the demo franchise once, before the service says that it is ready; what people change in it stays changed. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class DemoFranchise implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoFranchise.class);
    private static final String FOUNDED = "demo_founded";

    private final NetworkSeed network;
    private final CatalogueSeed menu;
    private final TeamSeed team;
    private final StaffSeed staff;
    private final RoyaltySeed royalties;
    private final AlertSeed alerts;
    private final MongoTemplate mongo;

    DemoFranchise(
            NetworkSeed network,
            CatalogueSeed menu,
            TeamSeed team,
            StaffSeed staff,
            RoyaltySeed royalties,
            AlertSeed alerts,
            MongoTemplate mongo) {
        this.network = network;
        this.menu = menu;
        this.team = team;
        this.staff = staff;
        this.royalties = royalties;
        this.alerts = alerts;
        this.mongo = mongo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mongo.getCollection(FOUNDED).countDocuments() > 0) {
            return;
        }
        try {
            new RequestContext("demo", Ids.next("cor"), null, null).runChecked(this::found);
        } catch (DuplicateKeyException | Refusal e) {
            log.warn("demo: another instance seems to found it too reason={}", e.getMessage());
        }
    }

    private void found() {
        network.found();
        menu.found();
        team.found();
        staff.found();
        royalties.found();
        alerts.found();
        mongo.save(new Document("_id", "demo"), FOUNDED);
        log.info("demo: the franchise is founded");
    }
}
