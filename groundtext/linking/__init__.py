"""From what a document mentions to the features and collections that its passages support."""

from groundtext.linking.linker import Linker as Linker
