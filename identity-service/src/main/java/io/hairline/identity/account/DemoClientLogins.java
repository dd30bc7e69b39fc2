package io.hairline.identity.account;

import io.hairline.contracts.demo.DemoIds;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Gives the demo's clients short log-ins, for which the shared password of the demo counts. */
@Component
class DemoClientLogins implements ApplicationRunner {

    private final Accounts accounts;
    private final DemoMode demo;

    DemoClientLogins(Accounts accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (demo.isOn()) {
            IntStream.rangeClosed(1, DemoIds.CLIENTS)
                    .forEach(it -> accounts.enrol(DemoIds.client(it).value(), "client-" + it));
        }
    }
}
