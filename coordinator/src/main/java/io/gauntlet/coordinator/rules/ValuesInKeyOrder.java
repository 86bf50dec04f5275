package io.gauntlet.coordinator.rules;

import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The values of an immutable sorted map as an unmodifiable list: O(1) to make and to iterate from; the first access by
 * position copies the values, once for all readers.
 */
final class ValuesInKeyOrder<V> extends AbstractList<V> implements RandomAccess {

    private final SortedMap<Long, V> map;
    private volatile @Nullable List<V> copy;

    private ValuesInKeyOrder(SortedMap<Long, V> map) {
        this.map = map;
    }

    static <V> List<V> of(SortedMap<Long, V> map) {
        return map.isEmpty() ? List.of() : new ValuesInKeyOrder<>(map);
    }

    @Override
    public V get(int index) {
        List<V> values = copy;
        if (values == null) {
            values = map.toJavaStream().map(Tuple2::_2).toList();
            copy = values;
        }
        return values.get(index);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public Iterator<V> iterator() {
        Iterator<Tuple2<Long, V>> entries = map.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public V next() {
                return entries.next()._2;
            }
        };
    }
}
