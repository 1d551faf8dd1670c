import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace oortbus. */
export namespace oortbus {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a SetiEnvelope.
         * @deprecated Use oortbus.v1.SetiEnvelope.$Properties instead.
         */
        interface ISetiEnvelope extends oortbus.v1.SetiEnvelope.$Properties {
        }

        /** Represents a SetiEnvelope. */
        class SetiEnvelope {

            /**
             * Constructs a new SetiEnvelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SetiEnvelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetiEnvelope node. */
            node: string;

            /** SetiEnvelope channel. */
            channel: string;

            /** SetiEnvelope addressees. */
            addressees: oortbus.v1.Addressee.$Properties[];

            /** SetiEnvelope hops. */
            hops: number;

            /** SetiEnvelope key. */
            key: string;

            /** SetiEnvelope until. */
            until: oortbus.v1.Until;

            /** SetiEnvelope answerTo. */
            answerTo: string;

            /** SetiEnvelope answers. */
            answers: oortbus.v1.Answer.$Properties[];

            /**
             * Creates a new SetiEnvelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetiEnvelope instance
             */
            static create(properties: oortbus.v1.SetiEnvelope.$Shape): oortbus.v1.SetiEnvelope & oortbus.v1.SetiEnvelope.$Shape;
            static create(properties?: oortbus.v1.SetiEnvelope.$Properties): oortbus.v1.SetiEnvelope;

            /**
             * Encodes the specified SetiEnvelope message. Does not implicitly {@link oortbus.v1.SetiEnvelope.verify|verify} messages.
             * @param message SetiEnvelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SetiEnvelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetiEnvelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SetiEnvelope & oortbus.v1.SetiEnvelope.$Shape} SetiEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SetiEnvelope & oortbus.v1.SetiEnvelope.$Shape;

            /**
             * Verifies a SetiEnvelope message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SetiEnvelope {

            /** Properties of a SetiEnvelope. */
            interface $Properties {

                /** SetiEnvelope node */
                node?: (string|null);

                /** SetiEnvelope channel */
                channel?: (string|null);

                /** SetiEnvelope addressees */
                addressees?: (oortbus.v1.Addressee.$Properties[]|null);

                /** SetiEnvelope hops */
                hops?: (number|null);

                /** SetiEnvelope key */
                key?: (string|null);

                /** SetiEnvelope until */
                until?: (oortbus.v1.Until|null);

                /** SetiEnvelope answerTo */
                answerTo?: (string|null);

                /** SetiEnvelope answers */
                answers?: (oortbus.v1.Answer.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetiEnvelope. */
            type $Shape = oortbus.v1.SetiEnvelope.$Properties;
        }

        /**
         * Properties of an Addressee.
         * @deprecated Use oortbus.v1.Addressee.$Properties instead.
         */
        interface IAddressee extends oortbus.v1.Addressee.$Properties {
        }

        /** Represents an Addressee. */
        class Addressee {

            /**
             * Constructs a new Addressee.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Addressee.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Addressee user. */
            user: string;

            /** Addressee request. */
            request: (number|Long);

            /**
             * Creates a new Addressee instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Addressee instance
             */
            static create(properties: oortbus.v1.Addressee.$Shape): oortbus.v1.Addressee & oortbus.v1.Addressee.$Shape;
            static create(properties?: oortbus.v1.Addressee.$Properties): oortbus.v1.Addressee;

            /**
             * Encodes the specified Addressee message. Does not implicitly {@link oortbus.v1.Addressee.verify|verify} messages.
             * @param message Addressee message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Addressee.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Addressee message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Addressee & oortbus.v1.Addressee.$Shape} Addressee
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Addressee & oortbus.v1.Addressee.$Shape;

            /**
             * Verifies an Addressee message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Addressee {

            /** Properties of an Addressee. */
            interface $Properties {

                /** Addressee user */
                user?: (string|null);

                /** Addressee request */
                request?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Addressee. */
            type $Shape = oortbus.v1.Addressee.$Properties;
        }

        /** Until enum. */
        enum Until {

            /** UNTIL_UNSPECIFIED value */
            UNTIL_UNSPECIFIED = 0,

            /** UNTIL_WRITTEN value */
            UNTIL_WRITTEN = 1,

            /** UNTIL_ACKED value */
            UNTIL_ACKED = 2
        }

        /**
         * Properties of an Answer.
         * @deprecated Use oortbus.v1.Answer.$Properties instead.
         */
        interface IAnswer extends oortbus.v1.Answer.$Properties {
        }

        /** Represents an Answer. */
        class Answer {

            /**
             * Constructs a new Answer.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Answer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Answer request. */
            request: (number|Long);

            /** Answer sessions. */
            sessions: (number|Long);

            /** Answer reached. */
            reached: (number|Long);

            /** Answer confirmed. */
            confirmed: (number|Long);

            /** Answer open. */
            open: (number|Long);

            /** Answer passed. */
            passed: string[];

            /** Answer lost. */
            lost: boolean;

            /** Answer holders. */
            holders?: (oortbus.v1.Holders.$Properties|null);

            /**
             * Creates a new Answer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Answer instance
             */
            static create(properties: oortbus.v1.Answer.$Shape): oortbus.v1.Answer & oortbus.v1.Answer.$Shape;
            static create(properties?: oortbus.v1.Answer.$Properties): oortbus.v1.Answer;

            /**
             * Encodes the specified Answer message. Does not implicitly {@link oortbus.v1.Answer.verify|verify} messages.
             * @param message Answer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Answer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Answer & oortbus.v1.Answer.$Shape} Answer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Answer & oortbus.v1.Answer.$Shape;

            /**
             * Verifies an Answer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Answer {

            /** Properties of an Answer. */
            interface $Properties {

                /** Answer request */
                request?: (number|Long|null);

                /** Answer sessions */
                sessions?: (number|Long|null);

                /** Answer reached */
                reached?: (number|Long|null);

                /** Answer confirmed */
                confirmed?: (number|Long|null);

                /** Answer open */
                open?: (number|Long|null);

                /** Answer passed */
                passed?: (string[]|null);

                /** Answer lost */
                lost?: (boolean|null);

                /** Answer holders */
                holders?: (oortbus.v1.Holders.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Answer. */
            type $Shape = oortbus.v1.Answer.$Properties;
        }

        /**
         * Properties of a Holders.
         * @deprecated Use oortbus.v1.Holders.$Properties instead.
         */
        interface IHolders extends oortbus.v1.Holders.$Properties {
        }

        /** Represents a Holders. */
        class Holders {

            /**
             * Constructs a new Holders.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Holders.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Holders nodes. */
            nodes: string[];

            /**
             * Creates a new Holders instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Holders instance
             */
            static create(properties: oortbus.v1.Holders.$Shape): oortbus.v1.Holders & oortbus.v1.Holders.$Shape;
            static create(properties?: oortbus.v1.Holders.$Properties): oortbus.v1.Holders;

            /**
             * Encodes the specified Holders message. Does not implicitly {@link oortbus.v1.Holders.verify|verify} messages.
             * @param message Holders message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Holders.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Holders message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Holders & oortbus.v1.Holders.$Shape} Holders
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Holders & oortbus.v1.Holders.$Shape;

            /**
             * Verifies a Holders message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Holders {

            /** Properties of a Holders. */
            interface $Properties {

                /** Holders nodes */
                nodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Holders. */
            type $Shape = oortbus.v1.Holders.$Properties;
        }
    }
}
