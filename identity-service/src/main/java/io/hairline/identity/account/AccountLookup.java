package io.hairline.identity.account;

import java.util.Optional;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds by login, answers by subject: from the log-in on, nobody needs the login any more. */
@Component
class AccountLookup implements UserDetailsService {

    private final Accounts accounts;
    private final DemoMode demo;

    AccountLookup(Accounts accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return accounts.find(login)
                .flatMap(this::details)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    private Optional<UserDetails> details(Account account) {
        return Optional.ofNullable(account.passwordHash())
                .or(demo::passwordHash)
                .map(hash -> User.withUsername(account.id()).password(hash).build());
    }
}
