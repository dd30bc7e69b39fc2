package io.hairline.headoffice.licence;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;

/** What is read, page by page, of papers that practitioners hold, such as licences and trainings; in the order of their ids. */
public interface PractitionerCredentials<P> {

    @Query(value = "{_id: {$gt: ?0}}", sort = "{_id: 1}")
    List<P> after(String id, Limit limit);

    @Query(value = "{practitionerId: {$in: ?0}, _id: {$gt: ?1}}", sort = "{_id: 1}")
    List<P> of(Collection<String> practitioners, String id, Limit limit);
}
