package io.hairline.headoffice.policy;

import io.hairline.contracts.PolicyId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Policies extends Repository<Policy, PolicyId> {

    List<Policy> findAll();

    List<Policy> findByScopeIn(Collection<String> scopes);

    Optional<Policy> findByScope(String scope);
}
