// A rating of one to four, each with its number, a face and a word (SKM scale, no neutral middle).
import { type FieldBase, GroupFrame, idOf } from './field-frame.tsx'
import { Icon, type IconName } from './icon.tsx'

export type Rating = 1 | 2 | 3 | 4

export type RatingInputProps = FieldBase & {
  value?: Rating | undefined
  /** From one to four: "Tidak baik", "Kurang baik", "Baik", "Sangat baik". */
  words: readonly [string, string, string, string]
}

export const RatingInput = (field: RatingInputProps) => (
  <GroupFrame field={field}>
    <div class="rating">
      {RATINGS.map((rating) => {
        const id = `${idOf(field)}-${rating}`
        return (
          <div class="rating-choice" key={rating}>
            <input
              class="tick"
              type="radio"
              id={id}
              name={field.name}
              value={rating}
              checked={field.value === rating}
              required={field.required}
            />
            <label class="rating-label" for={id}>
              <Icon name={FACES[rating]} size={28} />
              <span class="rating-number">{rating}</span>
              <span class="rating-word">{field.words[rating - 1]}</span>
            </label>
          </div>
        )
      })}
    </div>
  </GroupFrame>
)

const RATINGS: readonly Rating[] = [1, 2, 3, 4]

const FACES: Record<Rating, IconName> = { 1: 'mood-sad', 2: 'mood-empty', 3: 'mood-smile', 4: 'mood-happy' }
