package io.hairline.headoffice.people;

import io.hairline.contracts.PersonId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.security.Assignment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Who works for the brand and as what. */
@Service
public class Staffing {

    private final EventLog eventLog;
    private final Persons persons;

    Staffing(EventLog eventLog, Persons persons) {
        this.eventLog = eventLog;
        this.persons = persons;
    }

    public Person enrol(PersonId id, String login) {
        try {
            return eventLog.record(Person.class, () -> Person.enrol(id, login));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("login-taken", "Somebody logs in as " + login + " already. Choose another login.");
        }
    }

    public Person assign(PersonId id, Assignment assignment) {
        return eventLog.record(Person.class, () -> persons.require(id).assign(assignment));
    }

    public Person withdraw(PersonId id, Assignment assignment) {
        return eventLog.record(Person.class, () -> persons.require(id).withdraw(assignment));
    }
}
