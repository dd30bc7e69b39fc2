package io.hairline.identity.account;

import io.hairline.kit.Refusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DemoLoginController {

    private final Accounts accounts;
    private final DemoMode demo;

    DemoLoginController(Accounts accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/demo/logins")
    List<DemoLogin> list() {
        if (!demo.isOn()) {
            throw Refusal.notFound();
        }
        return accounts.all().stream()
                .map(DemoLogin::of)
                .sorted(DemoLogin.MOST_USEFUL_FIRST)
                .toList();
    }
}
