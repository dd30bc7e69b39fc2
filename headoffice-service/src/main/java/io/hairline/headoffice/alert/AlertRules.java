package io.hairline.headoffice.alert;

import io.hairline.contracts.AlertRuleId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AlertRules extends Repository<AlertRule, AlertRuleId> {

    Optional<AlertRule> findById(AlertRuleId id);

    Optional<AlertRule> findByScope(String scope);

    List<AlertRule> findByActiveOrderByScope(boolean active);
}
