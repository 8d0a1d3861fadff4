// What only those who write need: visitors' pages don't load it.
import './blocks';
import './markdown';
